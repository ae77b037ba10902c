import { Unigram } from '@huggingface/tokenizers';
import type { ModelDefinition } from '#core/tokenise/definition.ts';
import { WordCache } from '#core/tokenise/word-cache.ts';
import type { TokenModel, WordTokens } from './token-model.ts';

export interface UnigramSettings {
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly model: ModelDefinition;
  readonly unknownId: number;
}

const spaceMark = '▁';

/** The most likely segmentation (Kudo 2018), found by the library. */
export function createUnigram(settings: UnigramSettings): TokenModel {
  const { vocabulary, model, unknownId } = settings;
  const library = new Unigram(model as never, '');
  const words = new WordCache({ encodeWord: encodeSeparately, fusesUnknown: true });
  const isSeparable =
    vocabulary.has(spaceMark) && [...vocabulary.keys()].every((token) => !/.▁/su.test(token));

  return {
    fusesUnknown: true,
    encodeWord(text: string): WordTokens {
      if (!isSeparable) return encodeSeparately(text);
      // No piece reaches over a space mark, so words can be segmented, and remembered, one by one.
      return [...text.matchAll(/▁?[^▁]*/gu)].flatMap(({ 0: word, index }) =>
        words.encodeWord(word).map((value, place) => (place % 3 === 0 ? value : value + index)),
      );
    },
  };

  function encodeSeparately(word: string): WordTokens {
    const tokens: number[] = [];
    let start = 0;
    // Not `encode`, which passes all pieces of a word on the stack.
    for (const piece of word === '' ? [] : library.tokenize(word)) {
      const end = start + piece.length;
      const marked = piece.length > 1 && piece.startsWith(spaceMark);
      tokens.push(vocabulary.get(piece) ?? unknownId, marked ? start + 1 : start, end);
      start = end;
    }
    return tokens;
  }
}
