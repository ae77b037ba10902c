import type { Tokenizer } from './tokenizer.ts';

/** With which a token begins that begins a word: byte-level BPE writes a blank so, Unigram the other. */
const wordStarts = ['Ġ', '▁'] as const;

/**
 * For every id 1 where its token goes on with the word before it: "##" of WordPiece, or no blank
 * before it where the vocabulary writes blanks. Null where it says neither, as one of characters.
 */
export function listContinuations(tokenizer: Tokenizer): Uint8Array | null {
  const tokens = Array.from({ length: tokenizer.vocabularySize }, (_, id) => tokenizer.tokenOf(id));
  const has = (start: string) => tokens.some((token) => token.startsWith(start));
  const continues = has('##')
    ? (token: string) => token.startsWith('##')
    : wordStarts.some(has)
      ? (token: string) => !wordStarts.some((start) => token.startsWith(start))
      : null;
  if (continues === null) return null;
  return Uint8Array.from(tokens, (token, id) =>
    continues(token) && !tokenizer.specialIds.has(id) ? 1 : 0,
  );
}
