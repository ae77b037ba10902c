import { expect, test } from 'vitest';
import { areFinite } from './are-finite.ts';

const largest = (2 - 2 ** -23) * 2 ** 127;
const smallest = 2 ** -149;

test('All finite values are finite, the largest, the smallest and negative zero too', () => {
  for (let length = 0; length <= 9; length++) {
    for (const value of [0, -0, 1, -1, largest, -largest, smallest, -smallest]) {
      expect(areFinite(new Float32Array(length).fill(value)), `${length} × ${value}`).toBe(true);
    }
  }
});

test.each([Number.NaN, Infinity, -Infinity])('%d is found at every place', (odd) => {
  for (let length = 1; length <= 9; length++) {
    for (let at = 0; at < length; at++) {
      const values = new Float32Array(length).fill(-largest);
      values[at] = odd;
      expect(areFinite(values), `place ${at} of ${length}`).toBe(false);
    }
  }
});

test('Opposite infinities do not cancel out', () => {
  for (let distance = 1; distance <= 5; distance++) {
    const values = new Float32Array(8);
    values[1] = Infinity;
    values[1 + distance] = -Infinity;
    expect(areFinite(values)).toBe(false);
  }
});
