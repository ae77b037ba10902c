/** A row of tokens ready for pre-training: `ids` has the full width, padded on the right. */
export interface PackedRow {
  readonly ids: Int32Array;
  readonly length: number;
}

export interface PackingSettings {
  /** Width of every row, special tokens included. */
  readonly maxTokens: number;
  readonly classificationId: number;
  readonly separatorId: number;
  readonly paddingId: number;
}

/**
 * Packs lines of a corpus into rows of full width without padding (the FULL-SENTENCES setting of
 * Liu et al. 2019, RoBERTa, section 4.2): `[CLS] line [SEP] line … [SEP]`. A line that does not
 * fit goes on in the next row; only the last row of a corpus is padded.
 */
export function* packRows(
  lines: Iterable<Int32Array>,
  settings: PackingSettings,
): Generator<PackedRow> {
  const { maxTokens, classificationId, separatorId, paddingId } = settings;
  const newRow = () => {
    const ids = new Int32Array(maxTokens).fill(paddingId);
    ids[0] = classificationId;
    return ids;
  };
  let ids = newRow();
  let length = 1;
  for (const line of lines) {
    let taken = 0;
    while (taken < line.length) {
      // One place is kept for the separator that ends every row.
      const count = Math.min(maxTokens - 1 - length, line.length - taken);
      ids.set(line.subarray(taken, taken + count), length);
      length += count;
      taken += count;
      ids[length++] = separatorId;
      // A row with room for fewer than two more tokens is full.
      if (length >= maxTokens - 1) {
        yield { ids, length };
        ids = newRow();
        length = 1;
      }
    }
  }
  if (length > 1) yield { ids, length };
}
