import { expect, test } from 'vitest';
import { largestOf, smallestOf } from './extremes.ts';

test('The extremes of a million values are found, and those of none are said', () => {
  const values = Float64Array.from({ length: 1_000_000 }, (_, index) => (index * 7919) % 1_000_003);
  expect(largestOf(values)).toBe(1_000_002);
  expect(smallestOf(values)).toBe(0);
  expect(largestOf([])).toBe(-Infinity);
  expect(largestOf([], 1)).toBe(1);
  expect(smallestOf([])).toBe(Infinity);
  expect(largestOf([1, NaN, 2])).toBeNaN();
});
