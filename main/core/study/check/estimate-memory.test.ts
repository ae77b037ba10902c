import { expect, it, test } from 'vitest';
import { newEncoder } from '../runs/new-model.ts';
import { readPlan } from '../plan/read-plan.ts';
import {
  estimateEncodingBytes,
  estimateTrainingBytes,
  findLargestMemory,
} from './estimate-memory.ts';

const encoderOf = (layers: number, hiddenSize: number, heads: number, vocabularySize: number) =>
  newEncoder(
    {
      kind: 'scratch',
      vocabulary: 'words',
      ...{ layers, hiddenSize, heads, intermediateSize: 4 * hiddenSize, maxPositions: 512 },
    },
    'wordpiece',
    { vocabularySize, padding: 0 },
  );
const mebibyte = 2 ** 20;

/** Peaks (VmHWM) of processes that did two steps on onnx-cpu, with one thread. */
test.each([
  [4, 256, 4, 30_522, 8, 128, true, 429],
  [4, 256, 4, 30_522, 8, 512, true, 1133],
  [4, 256, 4, 30_522, 16, 512, false, 1590],
  [6, 384, 12, 30_522, 8, 256, true, 1313],
  [2, 128, 2, 8_000, 4, 64, false, 154],
  // From docs/performance.md, without dropout.
  [4, 512, 8, 30_522, 8, 128, true, 816],
  [12, 768, 12, 119_547, 8, 128, true, 3831],
] as const)(
  'is right to a third for %i layers of %i, %i heads, %i pieces, %i × %i tokens',
  (layers, hiddenSize, heads, pieces, batchSize, columns, isMasked, measured) => {
    const bytes = estimateTrainingBytes(encoderOf(layers, hiddenSize, heads, pieces), {
      batchSize,
      columns,
      headOutputs: isMasked ? 0.15 * batchSize * columns * pieces : 0,
    });
    const ratio = bytes / (measured * mebibyte);
    expect(ratio).toBeGreaterThan(0.75);
    expect(ratio).toBeLessThan(4 / 3);
  },
);

/** Peaks of processes that held the weights as read, and encoded twice on onnx-cpu with one thread. */
test.each([
  [4, 256, 4, 30_522, 224],
  [6, 384, 12, 30_522, 318],
  [12, 768, 12, 30_522, 978],
  [12, 768, 12, 119_547, 1516],
] as const)(
  'of a frozen encoder of %i layers of %i, %i heads and %i pieces is right to a tenth',
  (layers, hiddenSize, heads, pieces, measured) => {
    const bytes = estimateEncodingBytes(encoderOf(layers, hiddenSize, heads, pieces));
    expect(Math.abs(bytes / (measured * mebibyte) - 1)).toBeLessThan(0.1);
  },
);

const plan = readPlan(
  JSON.stringify({
    name: 'memory',
    models: { big: { start: { kind: 'checkpoint', folder: '/big' } } },
    tasks: {
      short: { kind: 'entities', data: { set: 'x' }, maxTokens: 64, batchSize: 8 },
      long: { kind: 'classification', data: { set: 'y' }, batchSize: 16 },
    },
  }),
  'plan',
);

it('finds the largest training, and half batches until it would fit', () => {
  const encoders = new Map([['big', encoderOf(12, 768, 12, 119_547)]]);
  const found = findLargestMemory(plan, { encoders, machineBytes: 8e9 });
  expect(found).toMatchObject({ model: 'big', task: 'long', batchSize: 16, fittingBatchSize: 4 });
  expect(findLargestMemory(plan, { encoders, machineBytes: 64e9 })?.fittingBatchSize).toBe(16);
  expect(findLargestMemory(plan, { encoders, machineBytes: 2e9 })?.fittingBatchSize).toBeNull();
  expect(findLargestMemory(plan, { encoders: new Map(), machineBytes: 8e9 })).toBeNull();
});

it('counts the rows of a part of a large batch, and only the weights of a frozen encoder', () => {
  const encoder = encoderOf(12, 768, 12, 119_547);
  const encoders = new Map([['big', encoder]]);
  const bytesWith = (settings: { batchSize: number; frozenEncoder?: boolean }) => {
    const { long } = plan.tasks;
    const changed = { ...plan, tasks: { long: { ...long, ...settings } } };
    return findLargestMemory(changed, { encoders, machineBytes: 64e9 });
  };
  // Parts of 512 tokens have eight rows; more are never computed at once.
  expect(bytesWith({ batchSize: 64 })).toMatchObject({
    batchSize: 64,
    bytes: bytesWith({ batchSize: 8 })?.bytes,
  });
  expect(bytesWith({ batchSize: 4 })?.bytes).toBeLessThan(bytesWith({ batchSize: 8 })?.bytes ?? 0);
  expect(bytesWith({ batchSize: 64, frozenEncoder: true })?.bytes).toBe(
    estimateEncodingBytes(encoder),
  );
});
