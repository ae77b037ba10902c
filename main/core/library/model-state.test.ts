import { describe, expect, it } from 'vitest';
import { createNewModel } from '#core/study/runs/new-model.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';
import { fillParameters, withoutOtherClassifier, type ModelState } from './model-state.ts';

const tokenizer = trainWordPiece(['fever and cough'], {
  vocabularySize: 60,
  minFrequency: 1,
  lowercase: false,
  limitAlphabet: 100,
});
const shape = { layers: 1, hiddenSize: 8, heads: 2, intermediateSize: 8, maxPositions: 16 };
const classifier: ModelState = {
  ...createNewModel({ kind: 'scratch', vocabulary: 'words', ...shape }, 'wordpiece', tokenizer),
  weights: new Map([
    ['bert.pooler.dense.bias', Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8)],
    ['classifier.weight', new Float32Array(16).fill(5)],
    ['classifier.bias', Float32Array.of(5, 5)],
  ]),
  labels: ['no', 'yes'],
};

/** What a fold on these classes starts with. */
function startOf(model: ModelState, labels: readonly string[], seed: number) {
  const view = (name: string, shape: readonly number[]) => ({
    name,
    shape,
    values: new Float32Array(shape.reduce((product, length) => product * length)),
  });
  const parameters = [
    view('bert.pooler.dense.bias', [8]),
    view('classifier.weight', [labels.length, 8]),
    view('classifier.bias', [labels.length]),
  ];
  fillParameters(parameters, withoutOtherClassifier(model, labels), seed);
  return Object.fromEntries(parameters.map(({ name, values }) => [name, [...values]]));
}

describe('a model that has a classifier', () => {
  it('goes on with it where the classes are its own', () => {
    const start = startOf(classifier, ['no', 'yes'], 1);
    expect(start['classifier.bias']).toEqual([5, 5]);
    expect(start['classifier.weight']).toEqual(new Array(16).fill(5));
  });

  it.each([
    ['others', ['never', 'always']],
    ['in another order', ['yes', 'no']],
    ['more', ['no', 'yes', 'perhaps']],
  ])('gets the new one of every model where the classes are %s', (_how, labels) => {
    const bare = { ...classifier, weights: new Map(), labels: null };
    const start = startOf(classifier, labels, 1);
    expect(start['classifier.weight']).toEqual(startOf(bare, labels, 1)['classifier.weight']);
    expect(start['classifier.bias']).toEqual(labels.map(() => 0));
    expect(start['bert.pooler.dense.bias'], 'the rest is kept').toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('gets the new one where its own has no names', () => {
    const start = startOf({ ...classifier, labels: null }, ['no', 'yes'], 1);
    expect(start['classifier.bias']).toEqual([0, 0]);
  });
});
