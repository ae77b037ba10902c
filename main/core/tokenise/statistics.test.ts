import { expect, test } from 'vitest';
import { openTokenizer } from './open-tokenizer.ts';
import { countTokens } from './statistics.ts';

const tokenizer = openTokenizer({
  'vocab.txt': ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'tos', 'fie', '##bre', '.'].join(
    '\n',
  ),
});

test('counts documents, words and tokens of each source, in the order of the sources', () => {
  const statistics = countTokens(tokenizer, [
    { id: '1', source: 'wards', text: 'fiebre tos.' },
    { id: '2', source: 'web', text: 'grippe' },
    { id: '3', source: 'wards', text: ' tos\n tos ' },
  ]);
  expect(statistics).toEqual([
    {
      source: 'wards',
      documentCount: 2,
      wordCount: 4,
      tokenCount: 6,
      unknownCount: 0,
      tokensPerWord: 1.5,
      unknownRate: 0,
    },
    {
      source: 'web',
      documentCount: 1,
      wordCount: 1,
      tokenCount: 1,
      unknownCount: 1,
      tokensPerWord: 1,
      unknownRate: 1,
    },
  ]);
});

test('gives rates of zero, not of zero by zero, where a source holds no words', () => {
  const [statistics] = countTokens(tokenizer, [{ id: '1', source: 'empty', text: ' \n' }]);
  expect(statistics).toMatchObject({ tokenCount: 0, tokensPerWord: 0, unknownRate: 0 });
});

test('knows nothing of sources without documents', () => {
  expect(countTokens(tokenizer, [])).toEqual([]);
});
