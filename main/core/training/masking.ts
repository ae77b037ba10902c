import type { RandomStream } from '#core/base/random-stream.ts';

/** What masking must know of a vocabulary. */
export interface MaskingVocabulary {
  readonly size: number;
  readonly maskId: number;
  /** Ids that are never masked nor drawn as a random replacement: [CLS], [SEP], [PAD], … */
  readonly specialIds: ReadonlySet<number>;
  /** By id 1 where it goes on with the word before it: then whole words are masked. */
  readonly continuations?: Uint8Array | null;
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
 * number gives the compute graph a fixed shape. With `continuations` whole words are chosen, each
 * that still fits into the number, at least one: the authors' whole-word masking.
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
  const { continuations = null } = vocabulary;
  const chosen =
    continuations === null
      ? draw(candidates, count, random)
      : drawWords(joinWords(candidates, inputIds, continuations), count, random);
  const columns = chosen.sort((a, b) => a - b);
  const labels = columns.map((column) => inputIds[column]);
  for (const column of columns) {
    const fate = random.uniform();
    if (fate < maskShare) inputIds[column] = vocabulary.maskId;
    else if (fate < maskShare + randomShare) inputIds[column] = randomId(vocabulary, random);
  }
  return { columns, labels };
}

/** `count` of the items, in the order in which they were drawn; changes their order. */
function draw<Item>(items: Item[], count: number, random: RandomStream): Item[] {
  for (let index = 0; index < count; index++) {
    const other = index + random.integer(items.length - index);
    [items[index], items[other]] = [items[other], items[index]];
  }
  return items.slice(0, count);
}

/** The columns of each word: neighbouring ones, of which all but the first go on with a word. */
function joinWords(
  columns: readonly number[],
  inputIds: Int32Array,
  continuations: Uint8Array,
): number[][] {
  const words: number[][] = [];
  for (const column of columns) {
    const word = words.at(-1);
    const goesOn = word?.at(-1) === column - 1 && continuations[inputIds[column]] === 1;
    if (goesOn) word?.push(column);
    else words.push([column]);
  }
  return words;
}

/** Columns of words drawn one after the other, without those that would be more than `count`. */
function drawWords(words: number[][], count: number, random: RandomStream): number[] {
  const columns: number[] = [];
  for (const word of draw(words, words.length, random)) {
    if (columns.length > 0 && columns.length + word.length > count) continue;
    for (const column of word) columns.push(column);
    if (columns.length >= count) break;
  }
  return columns;
}

function randomId(vocabulary: MaskingVocabulary, random: RandomStream): number {
  let id = random.integer(vocabulary.size);
  while (vocabulary.specialIds.has(id)) id = random.integer(vocabulary.size);
  return id;
}
