import { expect, test } from 'vitest';
import { learningRateAt } from './schedule.ts';

const settings = { peakLearningRate: 1, stepCount: 14, warmupStepCount: 4 };

test('climbs to the peak and falls linearly to zero', () => {
  const rates = Array.from({ length: 15 }, (_, step) => learningRateAt(step, settings));
  const expected = [0.2, 0.4, 0.6, 0.8, 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0];
  rates.forEach((rate, step) => {
    expect(rate).toBeCloseTo(expected[step], 12);
  });
});

test('starts at the peak without a warm-up', () => {
  expect(learningRateAt(0, { ...settings, warmupStepCount: 0 })).toBe(1);
});
