/**
 * The tokens of one word as a flat list of triples: id, first and one past the last UTF-16 unit of
 * the word that the token covers. Flat, because millions of them live in the word cache.
 */
export type WordTokens = readonly number[];

/** Cuts one word of normalised text into tokens of the vocabulary. */
export interface TokenModel {
  encodeWord(word: string): WordTokens;
  /** Neighbouring unknown tokens become one. */
  readonly fusesUnknown: boolean;
}
