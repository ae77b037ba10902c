import type { Span } from '#core/domain/text.ts';
import type { ExplainedWord } from '../words/explained-words.ts';

/**
 * [words] what the tokens of each word add together, everywhere it stands. A token that crosses the
 * border of a word counts to the word in which it begins; what stands between words counts to none.
 */
export function mergePieces(
  words: readonly ExplainedWord[],
  tokens: { readonly starts: Int32Array; readonly attributions: ArrayLike<number> },
): Float64Array {
  const places = words.flatMap(({ spans }, word) =>
    spans.map((span): Span & { word: number } => ({ ...span, word })),
  );
  places.sort((one, other) => one.start - other.start);
  const merged = new Float64Array(words.length);
  let place = 0;
  for (const [token, start] of tokens.starts.entries()) {
    while (place < places.length && places[place].end <= start) place++;
    if (place < places.length && places[place].start <= start) {
      merged[places[place].word] += tokens.attributions[token];
    }
  }
  return merged;
}
