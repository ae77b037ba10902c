import { expect, test } from 'vitest';
import { formatDifference, formatP, formatPercentage, formatScore } from './format-number.ts';

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

test.each([
  [null, '–'],
  [1e-30, '< 0.0001'],
  [0.00009, '< 0.0001'],
  [0.0001, '0.000100'],
  [2 / 1024, '0.00195'],
  [1 / 32, '0.0313'],
  [0.0625, '0.0625'],
  [0.1, '0.100'],
  [1, '1.000'],
])('a p of %d is shown as %s', (p, text) => {
  expect(formatP(p)).toBe(text);
});

test('a difference has its sign, unless nothing of it is to be seen', () => {
  expect([0.0214, -0.0041, 0.0004, -0.0004, 0].map(formatDifference)).toEqual([
    '+0.021',
    '−0.004',
    '0.000',
    '0.000',
    '0.000',
  ]);
  expect(formatScore(-0.5, 1)).toBe('−0.5');
});
