import { expect, test } from 'vitest';
import type { Example } from './example.ts';
import { fineTuningData } from './fine-tuning-data.ts';

/** Every token of an example is its number, and each is asked for as many classes. */
function exampleOf(number: number, length: number, targets = 1): Example {
  return {
    ids: new Int32Array(length).fill(number),
    positions: Int32Array.from({ length: targets }, (_, target) => target),
    labels: new Int32Array(targets).fill(number),
  };
}

const settings = { epochCount: 1, batchSize: 16, seed: 1, paddingId: 0 };

test('a batch of short texts is computed at once', () => {
  const examples = Array.from({ length: 20 }, (_, index) => exampleOf(index + 1, 30));
  const steps = [...fineTuningData(examples, settings).steps(0)];
  expect(steps.map((step) => step.map(({ rows }) => rows)).sort()).toEqual([[16], [4]]);
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
