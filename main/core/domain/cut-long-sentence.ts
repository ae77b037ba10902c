/** Sentences of more words are cut unless a caller says otherwise. */
export const defaultMaxWords = 200;

/** Words after which a long sentence is cut rather than elsewhere. */
const fullStops = new Set(['.', '!', '?', '…', ';']);

/**
 * Where to cut a sentence of more than `maxWords` words: the indices at which new sentences begin.
 * Each piece ends after the last full stop in the second half of the allowed length, else at the
 * allowed length; moved to before the entity that it would cut, or, when the entity fills the
 * whole piece, to after it. `tags` are valid IOB2.
 */
export function cutLongSentence(
  words: readonly string[],
  tags: readonly string[],
  maxWords: number,
): number[] {
  const cuts: number[] = [];
  const isInsideEntity = (index: number): boolean => tags[index]?.startsWith('I-') ?? false;
  let start = 0;
  while (words.length - start > maxWords) {
    const limit = start + maxWords;
    let cut = limit;
    while (cut > start + maxWords / 2 && !(fullStops.has(words[cut - 1]) && !isInsideEntity(cut))) {
      cut--;
    }
    if (cut <= start + maxWords / 2) cut = limit;
    while (cut > start && isInsideEntity(cut)) cut--;
    if (cut === start) {
      cut = limit;
      while (isInsideEntity(cut)) cut++;
    }
    if (cut >= words.length) break;
    cuts.push(cut);
    start = cut;
  }
  return cuts;
}
