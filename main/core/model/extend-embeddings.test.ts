import { expect, test } from 'vitest';
import { extendEmbeddings } from './extend-embeddings.ts';

const embeddings = Float32Array.of(0, 0, 1, 2, 3, 4, 5, 8);
const weights = new Map([
  ['embeddings.word_embeddings.weight', embeddings],
  ['cls.predictions.bias', Float32Array.of(0, 1, 2, 6)],
  ['encoder.layer.0.output.dense.bias', Float32Array.of(7, 7)],
]);
const tokens = [
  { id: 4, pieces: [1, 2] },
  { id: 5, pieces: [1, 2, 3] },
];
const request = { hiddenSize: 2, rowCount: 6, tokens };

test('a new row is the mean of the rows of its pieces, and so is its bias', () => {
  const extended = extendEmbeddings(weights, request);
  expect([...(extended.get('embeddings.word_embeddings.weight') ?? [])]).toEqual([
    ...embeddings,
    ...[2, 3],
    ...[3, Math.fround(14 / 3)],
  ]);
  expect([...(extended.get('cls.predictions.bias') ?? [])]).toEqual([0, 1, 2, 6, 1.5, 3]);
});

test('leaves the weights that it was given, and the others, as they are', () => {
  const extended = extendEmbeddings(weights, request);
  expect(weights.get('embeddings.word_embeddings.weight')).toHaveLength(8);
  const other = 'encoder.layer.0.output.dense.bias';
  expect(extended.get(other)).toBe(weights.get(other));
});

test('a bare encoder has no bias to extend', () => {
  const bare = new Map([['embeddings.word_embeddings.weight', embeddings]]);
  expect([...extendEmbeddings(bare, request).keys()]).toEqual([...bare.keys()]);
});

test('rows that rounding had left unused are taken first', () => {
  const extended = extendEmbeddings(weights, {
    hiddenSize: 2,
    rowCount: 4,
    tokens: [{ id: 3, pieces: [1, 2] }],
  });
  expect([...(extended.get('embeddings.word_embeddings.weight') ?? [])]).toEqual([
    0, 0, 1, 2, 3, 4, 2, 3,
  ]);
});

test('an output matrix of its own gets the means of its own rows', () => {
  const decoder = 'cls.predictions.decoder.weight';
  const untied = new Map([...weights, [decoder, embeddings.map((value) => 10 * value)]]);
  const extended = extendEmbeddings(untied, request).get(decoder) ?? [];
  expect([...extended].slice(8)).toEqual([20, 30, 30, Math.fround(140 / 3)]);
});
