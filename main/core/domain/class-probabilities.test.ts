import { expect, test } from 'vitest';
import { likeliestClass, probabilityOf } from './class-probabilities.ts';

test('the likeliest class is the first of the largest', () => {
  expect(likeliestClass([-3, 2, 2])).toBe(1);
  expect(likeliestClass(Float32Array.of(0.5))).toBe(0);
});

test('probabilities are the softmax, also where a logit alone would overflow', () => {
  // scipy.special.softmax([0.3, -1.2, 2.5])
  const logits = [0.3, -1.2, 2.5];
  const expected = [0.0975786477, 0.0217727393, 0.880648613];
  expected.forEach((value, index) => {
    expect(probabilityOf(logits, index)).toBeCloseTo(value, 9);
  });
  expect(probabilityOf([1000, 1000 + Math.log(3)], 1)).toBeCloseTo(0.75, 9);
});
