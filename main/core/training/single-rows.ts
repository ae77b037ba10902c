import type { PackedRow, PackingSettings } from './pack-rows.ts';

/**
 * Each line of a corpus in a row of its own, `[CLS] line [SEP]`, as wide as it is; a line that is
 * longer than the width goes on in the next row.
 */
export function* singleRows(
  lines: Iterable<Int32Array>,
  { maxTokens, classificationId, separatorId }: PackingSettings,
): Generator<PackedRow> {
  const room = maxTokens - 2;
  for (const line of lines) {
    for (let first = 0; first < line.length; first += room) {
      const part = line.subarray(first, first + room);
      const ids = new Int32Array(part.length + 2);
      ids[0] = classificationId;
      ids.set(part, 1);
      ids[part.length + 1] = separatorId;
      yield { ids, length: ids.length };
    }
  }
}
