import { expect, test } from 'vitest';
import { fitTokenizerFiles } from './fit-tokenizer-files.ts';

const encoder = {
  vocabularySize: 300,
  hiddenSize: 32,
  layerCount: 2,
  headCount: 2,
  intermediateSize: 64,
  maxPositions: 16,
  tokenTypeCount: 0,
  layerNormEpsilon: 1e-12,
  positionOffset: 0,
  hiddenActivation: 'gelu',
} as const;

test.each([
  ['its own', { model_max_length: 12 }, { model_max_length: 12 }],
  ['too much', { model_max_length: 1e30 }, { model_max_length: 16 }],
  ['no number', { model_max_length: 'x' }, { model_max_length: 16 }],
  [
    'a class for BERT',
    { tokenizer_class: 'BertTokenizer' },
    { tokenizer_class: 'DistilBertTokenizer' },
  ],
  ['a class that is no name', { tokenizer_class: 7 }, { tokenizer_class: 7 }],
])(
  'Tokenizers elsewhere are told what DistilBERT can take, where the file said %s',
  (_what, said, told) => {
    const files = { 'tokenizer_config.json': JSON.stringify(said), 'vocab.txt': '' };
    const fitted = fitTokenizerFiles(files, { encoder, family: 'distilbert' });
    expect(JSON.parse(fitted['tokenizer_config.json'])).toMatchObject(told);
    expect(fitted['vocab.txt']).toBe('');
  },
);
