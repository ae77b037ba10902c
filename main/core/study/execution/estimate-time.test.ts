import { expect, test } from 'vitest';
import { TimeEstimate, trainingOperationsPerToken } from './estimate-time.ts';

test('counts about six operations per parameter of BERT-base', () => {
  const operations = trainingOperationsPerToken({
    layers: 12,
    hiddenSize: 768,
    intermediateSize: 3072,
    columns: 128,
    headOutputsPerToken: 0,
  });
  // 85 million parameters in the matrices of the encoder, and 2 % for attention over 128 tokens.
  expect(operations / (6 * 84_934_656)).toBeCloseTo(1.028, 3);
});

test('scales the time taken to the work that is left', () => {
  const estimate = new TimeEstimate(100);
  expect(estimate.timeLeftMs(1, 100)).toBeNull();
  estimate.finish(20, 10_000);
  expect(estimate.timeLeftMs(5, 2500)).toBe(37_500);
});

test('does not count taken-over results as speed', () => {
  const estimate = new TimeEstimate(100);
  estimate.finish(50, null);
  expect(estimate.timeLeftMs(10, 10_000)).toBe(40_000);
});

test('takes the time of a vocabulary, which is no work of this kind, for no speed', () => {
  const estimate = new TimeEstimate(100);
  estimate.finish(0, 60_000);
  expect(estimate.timeLeftMs(10, 10_000)).toBe(90_000);
});
