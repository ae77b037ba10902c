import { expect, test } from 'vitest';
import { openTokenizer } from './open-tokenizer.ts';
import { compareVocabularies } from './statistics.ts';

const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const open = (...pieces: string[]) =>
  openTokenizer({ 'vocab.txt': [...special, ...pieces].join('\n') });
const before = open('tos', 'fie', '##bre', '.');
const after = open('tos', 'fie', '##bre', '.', 'fiebre', 'grippe');

test('counts words once and tokens by each vocabulary, source by source', () => {
  const rows = compareVocabularies(
    [before, after],
    [
      { name: 'wards', lines: ['fiebre tos.', ' tos\n tos '] },
      { name: 'web', lines: new Set(['grippe']) },
    ],
  );
  expect(rows).toEqual([
    {
      source: 'wards',
      wordCount: 4,
      cuts: [
        { tokenCount: 6, unknownCount: 0, tokensPerWord: 1.5, unknownRate: 0 },
        { tokenCount: 5, unknownCount: 0, tokensPerWord: 1.25, unknownRate: 0 },
      ],
    },
    {
      source: 'web',
      wordCount: 1,
      cuts: [
        { tokenCount: 1, unknownCount: 1, tokensPerWord: 1, unknownRate: 1 },
        { tokenCount: 1, unknownCount: 0, tokensPerWord: 1, unknownRate: 0 },
      ],
    },
  ]);
});

test('gives rates of zero, not of zero by zero, where a source holds no words', () => {
  const [{ wordCount, cuts }] = compareVocabularies([before], [{ name: 'e', lines: [' \n'] }]);
  expect(wordCount).toBe(0);
  expect(cuts).toEqual([{ tokenCount: 0, unknownCount: 0, tokensPerWord: 0, unknownRate: 0 }]);
});

test('knows nothing of no sources, and of vocabularies without any', () => {
  expect(compareVocabularies([before], [])).toEqual([]);
  expect(compareVocabularies([], [{ name: 'web', lines: ['tos'] }])).toEqual([
    { source: 'web', wordCount: 1, cuts: [] },
  ]);
});
