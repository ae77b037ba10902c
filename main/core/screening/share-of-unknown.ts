import type { Tokenizer } from '#core/tokenise/tokenizer.ts';

/** Of the word pieces of a text, the share that the vocabulary does not have; 0 of none. */
export function shareOfUnknown(
  ids: Int32Array,
  { special: { unknown } }: Pick<Tokenizer, 'special'>,
): number {
  let count = 0;
  for (const id of ids) if (id === unknown) count++;
  return count / Math.max(1, ids.length);
}
