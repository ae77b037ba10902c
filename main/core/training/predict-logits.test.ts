import { expect, test } from 'vitest';

import type { Example } from './example.ts';
import type { Predictor, QuestionBatch } from './ports.ts';
import { likeliestClass } from '#core/domain/class-probabilities.ts';
import { predictFromStates, predictLogits } from './predict-logits.ts';

const classCount = 4;
const paddingId = 9;

/** Says of each position that its token is its class, and writes down what it was asked. */
function readingPredictor(predictionTokens: number) {
  const asked: QuestionBatch[] = [];
  const predictor: Predictor = {
    predictionTokens,
    predict: (given) => {
      const batch = given as QuestionBatch;
      asked.push(batch);
      const logits = new Float32Array(batch.positions.length * classCount).fill(-7);
      batch.positions.forEach((position, target) => {
        logits[target * classCount + batch.inputIds[position]] = -1;
      });
      return Promise.resolve(logits);
    },
  };
  return { predictor, asked };
}

function exampleOf(ids: readonly number[], positions: readonly number[]): Example {
  return {
    ids: Int32Array.from(ids),
    positions: Int32Array.from(positions),
    labels: new Int32Array(positions.length),
  };
}

const examples = [
  exampleOf([3, 1, 0, 2, 2, 1], [0, 2, 3, 5]),
  exampleOf([2], [0]),
  exampleOf([1, 2, 3], []),
  exampleOf([0, 3, 1], [2, 1]),
  exampleOf([1, 2], [1]),
];
const expected = [[3, 0, 2, 1], [2], [], [1, 3], [2]];

test.each([1, 6, 100])(
  'gives the logits of each position, in the order of the examples (%s tokens at once)',
  async (predictionTokens) => {
    const { predictor, asked } = readingPredictor(predictionTokens);
    const predicted = await predictLogits(predictor, examples, { paddingId });
    expect(predicted.map((ofExample) => ofExample.map(likeliestClass))).toEqual(expected);
    expect(predicted[1]).toEqual([Float32Array.of(-7, -7, -1, -7)]);
    for (const { rows, columns } of asked) {
      expect(rows === 1 || rows * columns <= predictionTokens).toBe(true);
    }
    // One example asks nothing.
    expect(asked.reduce((sum, { rows }) => sum + rows, 0)).toBe(examples.length - 1);
  },
);

test('asks nothing where there is nothing to ask', async () => {
  const { predictor, asked } = readingPredictor(100);
  expect(await predictLogits(predictor, [], { paddingId })).toEqual([]);
  const silent = await predictLogits(predictor, [exampleOf([1], [])], { paddingId });
  expect(silent).toEqual([[]]);
  expect(asked).toEqual([]);
});

test('asks a head of the states of the chosen examples, in their order', async () => {
  const asked: number[] = [];
  const states = new Map(
    examples.map(({ ids, positions }, number) => [
      number,
      Float32Array.from(positions, (position) => ids[position]),
    ]),
  );
  const said = await predictFromStates(
    {
      predict: (batch) => {
        if (!('states' in batch)) throw new Error('tokens');
        asked.push(batch.states.length);
        // Two classes: the state and its double.
        return Promise.resolve(Float32Array.from([...batch.states].flatMap((x) => [x, 2 * x])));
      },
    },
    examples,
    {
      chosen: [3, 2, 0],
      store: { put: () => undefined, read: (number) => states.get(number) ?? new Float32Array() },
    },
  );
  expect(said.map((ofExample) => ofExample.map((logits) => [...logits]))).toEqual([
    [
      [1, 2],
      [3, 6],
    ],
    [],
    [
      [3, 6],
      [0, 0],
      [2, 4],
      [1, 2],
    ],
  ]);
  expect(asked).toEqual([6]);
});
