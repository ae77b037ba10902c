import { expect, test } from 'vitest';
import type { Example } from './example.ts';
import { fineTuningData } from './fine-tuning-data.ts';

/** Every token of an example is its number; each target is asked for its number and place. */
function exampleOf(number: number, length: number, targets = 1): Example {
  return {
    ids: new Int32Array(length).fill(number),
    positions: Int32Array.from({ length: targets }, (_, target) => target),
    labels: Int32Array.from({ length: targets }, (_, target) => 10 * number + target),
  };
}

const settings = { epochCount: 1, batchSize: 16, seed: 1, paddingId: 0 };

test('a batch of short texts is computed at once', () => {
  const examples = Array.from({ length: 20 }, (_, index) => exampleOf(index + 1, 30));
  const steps = [...fineTuningData(examples, settings).steps(0)];
  expect(steps.map((step) => step.map(({ rows }) => rows)).sort()).toEqual([[16], [4]]);
});

test('no part has more than 4,096 tokens, unless a single text has', () => {
  const partsOf = (count: number, length: number) => {
    const examples = Array.from({ length: count }, (_, index) => exampleOf(index + 1, length));
    const [parts] = [...fineTuningData(examples, { ...settings, batchSize: count }).steps(0)];
    return parts.map(({ rows }) => rows);
  };
  expect(partsOf(16, 256)).toEqual([16]);
  expect(partsOf(16, 257)).toEqual([8, 8]);
  // Nine of 500 tokens would be too many.
  expect(partsOf(18, 500)).toEqual([6, 6, 6]);
  expect(partsOf(2, 5000)).toEqual([1, 1]);
});

test('every target stands at its token with its label', () => {
  const examples = [exampleOf(1, 4, 3), exampleOf(2, 6, 1), exampleOf(3, 5, 2)];
  const [[batch]] = [...fineTuningData(examples, settings).steps(0)];
  const found = Array.from(batch.positions, (position, target) => {
    return [batch.inputIds[position], position % batch.columns, batch.labels[target]];
  });
  expect(found.sort(([, , left], [, , right]) => left - right)).toEqual([
    [1, 0, 10],
    [1, 1, 11],
    [1, 2, 12],
    [2, 0, 20],
    [3, 0, 30],
    [3, 1, 31],
  ]);
});

test('each epoch has its own order, always the same', () => {
  const examples = Array.from({ length: 64 }, (_, index) => exampleOf(index + 1, 3));
  const orderOf = (epoch: number) =>
    [...fineTuningData(examples, settings).steps(epoch)]
      .flat()
      .map(({ inputIds }) => [...inputIds]);
  expect(orderOf(1)).toEqual(orderOf(1));
  expect(orderOf(1)).not.toEqual(orderOf(0));
});

test('one of long texts in parts of at most 4,096 tokens, whose loss is the mean of them all', () => {
  const examples = Array.from({ length: 16 }, (_, index) =>
    exampleOf(index + 1, index < 8 ? 100 : 400 + index, 1 + (index % 3)),
  );
  const [microBatches, ...others] = [...fineTuningData(examples, settings).steps(0)];
  expect(others).toEqual([]);
  expect(microBatches.length).toBeGreaterThan(1);
  for (const { rows, columns } of microBatches) expect(rows * columns).toBeLessThanOrEqual(4096);
  const seen = microBatches.flatMap(({ inputIds, columns }) =>
    [...inputIds].filter((_, index) => index % columns === 0),
  );
  expect(seen.sort((a, b) => a - b)).toEqual(examples.map(({ ids }) => ids[0]));
  const weights = microBatches.flatMap((batch) => [...batch.weights]);
  expect(new Set(weights).size).toBe(1);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 6);
});

test('a text without anything to ask is left out', () => {
  const data = fineTuningData([exampleOf(1, 5), exampleOf(2, 5, 0)], settings);
  expect(data.stepsPerEpoch).toBe(1);
  expect([...data.steps(0)].flat().map(({ rows }) => rows)).toEqual([1]);
});

test('targets weigh as their labels do, and all of a step together 1, also in several parts', () => {
  const examples = [0, 1, 1, 0].map((label) => ({
    ...exampleOf(1, 3000),
    labels: Int32Array.of(label),
  }));
  const [parts] = [...fineTuningData(examples, { ...settings, labelWeights: [3, 1] }).steps(0)];
  expect(parts).toHaveLength(4);
  for (const { labels, weights } of parts) {
    expect(weights[0]).toBeCloseTo(labels[0] === 0 ? 3 / 8 : 1 / 8, 7);
  }
});
