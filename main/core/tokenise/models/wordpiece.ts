import { WordPiece } from '@huggingface/tokenizers';
import type { TokenModel, WordTokens } from './token-model.ts';

export interface WordPieceSettings {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly unknownToken: string;
  /** What marks a piece that does not begin a word, "##". */
  readonly continuingPrefix: string;
  /** Longer words, in code points, become one unknown token. */
  readonly maxCharactersPerWord: number;
}

/**
 * Greedy longest match first (Schuster and Nakajima 2012; Devlin et al. 2019). The library decides;
 * all that is added are the offsets, which follow from the lengths of the pieces.
 */
export function createWordPiece(settings: WordPieceSettings): TokenModel {
  const { vocabulary, unknownToken, continuingPrefix, maxCharactersPerWord } = settings;
  const library = new WordPiece({
    type: 'WordPiece',
    vocab: {},
    unk_token: unknownToken,
    continuing_subword_prefix: continuingPrefix,
    max_input_chars_per_word: maxCharactersPerWord,
  });
  // It only reads them.
  library.tokens_to_ids = vocabulary as Map<string, number>;
  const unknownId = vocabulary.get(unknownToken) ?? 0;

  return {
    fusesUnknown: false,
    encodeWord(word: string): WordTokens {
      // The longest match of all needs no search.
      const whole = vocabulary.get(word);
      if (whole !== undefined && word.length <= maxCharactersPerWord) {
        return [whole, 0, word.length];
      }
      const pieces = library.encode([word]);
      if (pieces.length === 1) return [vocabulary.get(pieces[0]) ?? unknownId, 0, word.length];
      const tokens: number[] = [];
      let position = 0;
      for (const piece of pieces) {
        const length = position === 0 ? piece.length : piece.length - continuingPrefix.length;
        tokens.push(vocabulary.get(piece) ?? unknownId, position, position + length);
        position += length;
      }
      return tokens;
    },
  };
}
