import { describe, expect, it } from 'vitest';

import type { TaggedSentence } from '#core/domain/text.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { encodeSentences, valuesOfWords } from './encode-sentences.ts';

const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'fever', 'no', 'cou', '##gh'];
const tokenizer = openTokenizer({ 'vocab.txt': vocabulary.join('\n') });
const [classification, separator, fever, no, cou, gh] = [2, 3, 5, 6, 7, 8];
const tags = ['O', 'B-SIGN', 'I-SIGN'];

/** Words with their tags, such as "no/O cough/B-SIGN". */
function sentenceOf(tagged: string): TaggedSentence {
  const pairs = tagged.split(' ').map((pair) => pair.split('/'));
  let text = '';
  const words = pairs.map(([word]) => {
    const start = text.length;
    text += `${word} `;
    return { start, end: start + word.length };
  });
  return { id: 's', text, words, tags: pairs.map(([, tag]) => tag), groupId: null };
}

function encode(tagged: string, maxTokens: number) {
  const { windows, splitCount } = encodeSentences([sentenceOf(tagged)], tokenizer, {
    maxTokens,
    tags,
  });
  return {
    splitCount,
    windows: windows[0].map(({ words, example }) => ({
      words,
      ids: [...example.ids],
      positions: [...example.positions],
      labels: [...example.labels],
    })),
  };
}

describe('sentences as examples', () => {
  it('are asked the tag of each word at its first piece', () => {
    expect(encode('no/O cough/B-SIGN fever/I-SIGN', 20)).toEqual({
      splitCount: 0,
      windows: [
        {
          words: [0, 1, 2],
          ids: [classification, no, cou, gh, fever, separator],
          positions: [1, 2, 4],
          labels: [0, 1, 2],
        },
      ],
    });
  });

  it('are cut before a word where they are longer than the model', () => {
    // Six pieces, of which three fit; no word is torn, none asked twice.
    expect(encode('no/O cough/B-SIGN cough/I-SIGN fever/O', 5)).toEqual({
      splitCount: 1,
      windows: [
        {
          words: [0, 1],
          ids: [classification, no, cou, gh, separator],
          positions: [1, 2],
          labels: [0, 1],
        },
        {
          words: [2, 3],
          ids: [classification, cou, gh, fever, separator],
          positions: [1, 3],
          labels: [2, 0],
        },
      ],
    });
  });

  it('fill the model to the last place before they are cut', () => {
    const fitting = encode('no/O cough/B-SIGN', 5);
    expect(fitting.splitCount).toBe(0);
    expect(encode('no/O cough/B-SIGN', 4).windows.map(({ words }) => words)).toEqual([[0], [1]]);
  });

  it('lose the end of a word that alone is longer than the model', () => {
    expect(encode('cough/B-SIGN no/O', 3).windows.map(({ ids, words }) => [ids, words])).toEqual([
      [[classification, cou, separator], [0]],
      [[classification, no, separator], [1]],
    ]);
  });

  it('ask nothing of words that yield no token, nor of a sentence without any other', () => {
    // A zero-width space, which BERT's normaliser removes.
    const { windows } = encode('\u200b/B-SIGN fever/O', 20);
    expect(windows).toMatchObject([{ words: [1], positions: [1], labels: [0] }]);
    expect(encode('\u200b/O', 20)).toEqual({ splitCount: 0, windows: [] });
  });
});

describe('what was said at each position', () => {
  it('is put back on the words, through all windows; of a word that was not asked nothing', () => {
    const sentence = sentenceOf('no/O cough/B-SIGN \u200b/O cough/I-SIGN fever/O');
    const [windows] = encodeSentences([sentence], tokenizer, { maxTokens: 5, tags }).windows;
    expect(windows).toHaveLength(2);
    const said = [
      ['O', 'B-SIGN'],
      ['I-SIGN', 'B-SIGN'],
    ];
    expect(valuesOfWords(5, windows, said)).toEqual(['O', 'B-SIGN', null, 'I-SIGN', 'B-SIGN']);
  });
});
