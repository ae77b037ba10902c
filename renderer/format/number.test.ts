import { expect, it } from 'vitest';
import { count, formatDifference, formatMetric, formatP, formatRate } from './number.ts';

it.each([
  [null, '–'],
  [0.73449, '0.734'],
  [-0.05, '−0.050'],
])('metric %s is shown as %s', (value, text) => {
  expect(formatMetric(value)).toBe(text);
});

it.each([
  [0.0123, '+0.012'],
  [-0.0123, '−0.012'],
  [-0.0001, '0.000'],
])('difference %d is shown as %s', (value, text) => {
  expect(formatDifference(value)).toBe(text);
});

it.each([
  [2 / 1024, '0.00195'],
  [0.0625, '0.0625'],
  [0.4321, '0.432'],
  [0.0000001, '< 0.0001'],
  [1, '1.000'],
])('p = %d is shown as %s', (p, text) => {
  expect(formatP(p)).toBe(text);
});

it('counts in words', () => {
  expect([count(1, 'fold'), count(1838, 'note'), count(2, 'entity', 'entities')]).toEqual([
    '1 fold',
    '1,838 notes',
    '2 entities',
  ]);
});

it.each([
  [null, '–'],
  [0.0512345, '0.0512'],
  [5.3571, '5.36'],
  [1234.5, '1,235'],
])('rate %s is shown as %s', (rate, text) => {
  expect(formatRate(rate)).toBe(text);
});
