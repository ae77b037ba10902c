import { largestOf } from '#core/base/extremes.ts';
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
 * Greedy longest match first (Schuster and Nakajima 2012; Devlin et al. 2019). Ours, because the
 * library tries every end of a word at each of its places: cubic in the length of a word, which
 * `max_input_chars_per_word` may leave unbounded. No piece is longer than the longest token.
 */
export function createWordPiece(settings: WordPieceSettings): TokenModel {
  const { vocabulary, unknownToken, continuingPrefix, maxCharactersPerWord } = settings;
  const unknownId = vocabulary.get(unknownToken) ?? 0;
  const longest = largestOf(Array.from(vocabulary.keys(), (token) => token.length));

  return {
    fusesUnknown: false,
    encodeWord(word: string): WordTokens {
      // The longest match of all needs no search.
      const whole = vocabulary.get(word);
      if (whole !== undefined && word.length <= maxCharactersPerWord) {
        return [whole, 0, word.length];
      }
      const unknown = [unknownId, 0, word.length];
      if (word.length > maxCharactersPerWord && Array.from(word).length > maxCharactersPerWord) {
        return unknown;
      }
      const tokens: number[] = [];
      for (let start = 0; start < word.length;) {
        const prefix = start === 0 ? '' : continuingPrefix;
        let end = Math.min(word.length, start + longest);
        let id: number | undefined;
        for (; end > start; end--) {
          if (!splitsPair(word, end)) id = vocabulary.get(prefix + word.slice(start, end));
          if (id !== undefined) break;
        }
        if (id === undefined) return unknown;
        tokens.push(id, start, end);
        start = end;
      }
      return tokens;
    },
  };
}

/** Whether a place lies within a character of two UTF-16 units: no piece ends there. */
function splitsPair(word: string, place: number): boolean {
  return isHalf(word, place - 1, 0xd800) && isHalf(word, place, 0xdc00);
}

function isHalf(word: string, place: number, kind: 0xd800 | 0xdc00): boolean {
  return (word.charCodeAt(place) & 0xfc00) === kind;
}
