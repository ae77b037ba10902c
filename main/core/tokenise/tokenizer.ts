import type { Span } from '#core/domain/text.ts';
import type { TokenizerRemark } from './folder/remarks.ts';

/** The ids of the five tokens that BERT-like models need beside those of text. */
export interface SpecialTokenIds {
  readonly padding: number;
  readonly unknown: number;
  /** `[CLS]` or `<s>`. */
  readonly classification: number;
  /** `[SEP]` or `</s>`. */
  readonly separator: number;
  readonly mask: number;
}

/**
 * The tokens of a text, without special tokens around them. `starts` and `ends` are UTF-16 offsets
 * into the original text; both never decrease. A token's span is the smallest run of whole original
 * characters that it came from, so two tokens share a span where a character was cut in two.
 */
export interface Encoding {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface WordEncoding {
  readonly encoding: Encoding;
  /** [words] index of each word's first token; −1 where a word yields no token. */
  readonly firstPieceOfWord: Int32Array;
}

/** Text to token ids and back to character spans. */
export interface Tokenizer {
  /** Highest id + 1: the number of rows that an embedding table must have. */
  readonly vocabularySize: number;
  readonly special: SpecialTokenIds;
  /** The five above and every other token that the definition marks as special. */
  readonly specialIds: ReadonlySet<number>;
  /** SHA-256 over everything that determines the ids; equal for equal definitions in any file layout. */
  readonly fingerprint: string;
  /** What a user should know of how its files were read. */
  readonly remarks: readonly TokenizerRemark[];
  encode(text: string): Encoding;
  /** Encodes each word by itself, so that no token crosses the border of a word. */
  encodeWords(text: string, words: readonly Span[]): WordEncoding;
  /** The token's spelling in the vocabulary; the unknown token's for an id that does not exist. */
  tokenOf(id: number): string;
  /** File name → content in the Hugging Face layout; opening them again gives the same tokenizer. */
  toFiles(): Record<string, string>;
}
