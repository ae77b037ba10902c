import { expect, it } from 'vitest';
import { createFormats } from '../format/formats.ts';
import {
  formatTicks,
  linearScale,
  paddedRange,
  roundTicks,
  smooth,
  spreadPoints,
} from './scale.ts';

it.each([
  [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0.61, 0.79, 4, [0.65, 0.7, 0.75]],
  [2.2, 9.4, 3, [4, 6, 8]],
  [0, 1234, 4, [0, 500, 1000]],
  [-0.1, 0.1, 2, [-0.1, 0, 0.1]],
  [3, 3, 4, [3]],
])('ticks from %d to %d are round', (low, high, wanted, ticks) => {
  expect(roundTicks(low, high, wanted)).toEqual(ticks);
});

it('writes the ticks of an axis with the same decimals', () => {
  const ticks = [-0.5, 0, 0.25, 1];
  expect(formatTicks(ticks, createFormats('en').decimal)).toEqual([
    '−0.50',
    '0.00',
    '0.25',
    '1.00',
  ]);
  expect(formatTicks(ticks, createFormats('es').decimal)).toEqual([
    '−0,50',
    '0,00',
    '0,25',
    '1,00',
  ]);
});

it('maps a range to pixels, also upside down, and an empty range to the middle', () => {
  expect([0, 5, 10].map(linearScale([0, 10], [100, 0]))).toEqual([100, 50, 0]);
  expect(linearScale([4, 4], [0, 10])(4)).toBe(5);
});

it('pads a range, and gives a single value some room', () => {
  expect(paddedRange([1, 3], 0.5)).toEqual([0, 4]);
  expect(paddedRange([2, 2], 0.5)).toEqual([1, 3]);
  expect(paddedRange([0], 0.5)).toEqual([-0.5, 0.5]);
});

it('spreads points that would hide each other, and leaves the others', () => {
  expect(spreadPoints([10, 10, 10, 13, 40], 5)).toEqual([0, 5, -5, 10, 0]);
  expect(spreadPoints([], 5)).toEqual([]);
});

it('smooths towards the past', () => {
  expect(smooth([4, 0, 0], 0.5)).toEqual([4, 2, 1]);
  expect(smooth([], 0.5)).toEqual([]);
});
