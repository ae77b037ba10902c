import { expect, test } from 'vitest';
import { parseConfiguration } from './config-json.ts';

const bert = {
  ...{ model_type: 'bert', vocab_size: 100, hidden_size: 8, num_hidden_layers: 1 },
  ...{ num_attention_heads: 2, intermediate_size: 16, max_position_embeddings: 12 },
};
const encoderOf = (changes: object) =>
  parseConfiguration(JSON.stringify({ ...bert, ...changes })).encoder;

test('What config.json leaves out is what transformers takes for it', () => {
  expect(encoderOf({})).toMatchObject({
    ...{ tokenTypeCount: 2, layerNormEpsilon: 1e-12, hiddenActivation: 'gelu' },
    ...{ positionOffset: 0, maxPositions: 12 },
  });
  expect(encoderOf({ model_type: 'roberta' }).positionOffset).toBe(2);
});

test('Each value counts', () => {
  expect(encoderOf({ layer_norm_eps: 1e-5 }).layerNormEpsilon).toBe(1e-5);
  expect(encoderOf({ type_vocab_size: 1 }).tokenTypeCount).toBe(1);
  expect(encoderOf({ model_type: 'camembert', pad_token_id: 0 }).positionOffset).toBe(1);
});

test('A value that is no name is not written into the refusal, however deep it goes', () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const text = JSON.stringify({ ...bert, hidden_size: 'deep' }).replace('"deep"', deep);
  expect(() => parseConfiguration(text)).toThrow('found something else');
});

test.each([
  ['gelu', 'gelu'],
  ['gelu_python', 'gelu'],
  ['gelu_new', 'gelu-tanh'],
  ['gelu_pytorch_tanh', 'gelu-tanh'],
  ['gelu_fast', 'gelu-tanh'],
  ['relu', 'relu'],
])('The activation %s is the formula %s', (name, formula) => {
  expect(encoderOf({ hidden_act: name }).hiddenActivation).toBe(formula);
});

test('DistilBERT has an epsilon of its own and no token types, whatever its file says', () => {
  const distilbert = {
    ...{ model_type: 'distilbert', vocab_size: 100, dim: 8, n_layers: 1, n_heads: 2 },
    ...{ hidden_dim: 16, max_position_embeddings: 12, activation: 'relu' },
    ...{ layer_norm_eps: 1e-5, type_vocab_size: 2, pad_token_id: 0 },
  };
  expect(parseConfiguration(JSON.stringify(distilbert)).encoder).toMatchObject({
    ...{ layerNormEpsilon: 1e-12, tokenTypeCount: 0, positionOffset: 0, hiddenActivation: 'relu' },
    ...{ hiddenSize: 8, intermediateSize: 16 },
  });
});
