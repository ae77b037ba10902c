import type { RandomStream } from '#core/base/random-stream.ts';

/** What masking must know of a vocabulary. */
export interface MaskingVocabulary {
  readonly size: number;
  readonly maskId: number;
  /** Ids that are never masked nor drawn as a random replacement: [CLS], [SEP], [PAD], … */
  readonly specialIds: ReadonlySet<number>;
}

/** One row after masking: `inputIds` is changed in place, the answers are returned. */
export interface MaskedRow {
  /** Columns in ascending order. */
  readonly columns: readonly number[];
  /** The original ids at those columns. */
  readonly labels: readonly number[];
}

const maskShare = 0.8;
const randomShare = 0.1;

/**
 * Masks one row for masked-language-model training (Devlin et al. 2019, section 3.1): of the chosen
 * tokens 80 % become [MASK], 10 % a random token, 10 % stay. The number chosen is
 * round(fraction × maskable tokens), at least one, as in the authors' own implementation; a fixed
 * number gives the compute graph a fixed shape.
 */
export function maskRow(
  inputIds: Int32Array,
  length: number,
  options: { vocabulary: MaskingVocabulary; fraction: number; random: RandomStream },
): MaskedRow {
  const { vocabulary, fraction, random } = options;
  const candidates: number[] = [];
  for (let column = 0; column < length; column++) {
    if (!vocabulary.specialIds.has(inputIds[column])) candidates.push(column);
  }
  const count = Math.min(candidates.length, Math.max(1, Math.round(fraction * candidates.length)));
  for (let index = 0; index < count; index++) {
    const other = index + random.integer(candidates.length - index);
    [candidates[index], candidates[other]] = [candidates[other], candidates[index]];
  }
  const columns = candidates.slice(0, count).sort((a, b) => a - b);
  const labels = columns.map((column) => inputIds[column]);
  for (const column of columns) {
    const draw = random.uniform();
    if (draw < maskShare) inputIds[column] = vocabulary.maskId;
    else if (draw < maskShare + randomShare) inputIds[column] = randomId(vocabulary, random);
  }
  return { columns, labels };
}

function randomId(vocabulary: MaskingVocabulary, random: RandomStream): number {
  let id = random.integer(vocabulary.size);
  while (vocabulary.specialIds.has(id)) id = random.integer(vocabulary.size);
  return id;
}
