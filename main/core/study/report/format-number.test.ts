import { expect, test } from 'vitest';
import { formatPercentage } from './format-number.ts';

test.each([
  [0, '0 %'],
  [0.00002, '< 0.01 %'],
  [0.0027, '0.27 %'],
  [0.12345, '12.3 %'],
  [0.9992, '> 99.9 %'],
  [1, '100 %'],
])('a share of %d is shown as %s', (share, text) => {
  expect(formatPercentage(share)).toBe(text);
});
