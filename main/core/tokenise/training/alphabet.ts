/**
 * The characters that the vocabulary keeps: the `limit` most frequent (of equally frequent ones the
 * smaller code point), in the order of code points.
 */
export function chooseAlphabet(
  wordCounts: ReadonlyMap<string, number>,
  limit: number,
): ReadonlySet<string> {
  const frequencies = new Map<string, number>();
  for (const [word, count] of wordCounts) {
    for (const character of word) {
      frequencies.set(character, (frequencies.get(character) ?? 0) + count);
    }
  }
  const kept = [...frequencies]
    .sort(([a, countA], [b, countB]) => countB - countA || codePoint(a) - codePoint(b))
    .slice(0, limit)
    .map(([character]) => character);
  return new Set(kept.sort((a, b) => codePoint(a) - codePoint(b)));
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
