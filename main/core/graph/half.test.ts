import { describe, expect, it } from 'vitest';

import { roundToHalf, toHalfBits } from './half.ts';

/** IEEE 754 binary16: sign, five bits of exponent, ten of fraction. */
function decode(bits: number): number {
  const sign = bits < 0x8000 ? 1 : -1;
  const [exponent, fraction] = [(bits >> 10) & 0x1f, bits & 0x3ff];
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

describe('rounding to half precision', () => {
  it('leaves every half what it is, and knows its bits', () => {
    for (let bits = 0; bits < 0x10000; bits++) {
      const half = decode(bits);
      if (Number.isNaN(half)) continue;
      if (!Object.is(roundToHalf(half), half)) throw new Error(`${half} is changed`);
      if (toHalfBits(half) !== bits) throw new Error(`${half} has other bits`);
    }
    expect(toHalfBits(NaN) & 0x7fff).toBeGreaterThan(0x7c00);
    expect(roundToHalf(NaN)).toBeNaN();
  });

  it('takes the nearer neighbour, and of two equally near ones the even one', () => {
    for (let bits = 0; bits < 0x7bff; bits++) {
      const [low, high] = [decode(bits), decode(bits + 1)];
      const middle = (low + high) / 2;
      const step = high - low;
      expect(roundToHalf(middle)).toBe(bits % 2 === 0 ? low : high);
      expect(roundToHalf(middle - 1e-6 * step)).toBe(low);
      expect(roundToHalf(-middle - 1e-6 * step)).toBe(-high);
    }
  }, 30_000);

  it.each([
    [65_504, 65_504],
    [65_519.99, 65_504],
    [65_520, Infinity],
    [-1e30, -Infinity],
    [1 / 3, 0.333251953125],
    [0.1, 0.0999755859375],
    [2049, 2048],
    [2051, 2052],
    [2 ** -24, 2 ** -24],
    [2 ** -25, 0],
    [1.0001 * 2 ** -25, 2 ** -24],
    [2 ** -14 - 2 ** -26, 2 ** -14],
  ])('makes %d to %d', (value, expected) => {
    expect(roundToHalf(value)).toBe(expected);
  });

  it('is that of the JavaScript engine', () => {
    const { f16round } = Math as unknown as { f16round?: (value: number) => number };
    if (f16round === undefined) return;
    for (let power = -30; power < 20; power += 0.0037) {
      const value = (power % 2 === 0 ? 1 : -1) * 2 ** power;
      expect(roundToHalf(value)).toBe(f16round(value));
    }
  });
});
