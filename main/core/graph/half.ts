/** Bits of the fraction of an IEEE 754 binary16 number, its smallest normal exponent, its bias. */
const fractionBits = 10;
const smallestExponent = -14;
const bias = 15;
const largest = 65504;

/** ⌊log₂ x⌋ of a positive number; the logarithm alone may err beside a power of two. */
function exponentOf(magnitude: number): number {
  const guess = Math.floor(Math.log2(magnitude));
  if (2 ** guess > magnitude) return guess - 1;
  return 2 ** (guess + 1) <= magnitude ? guess + 1 : guess;
}

/** The distance of neighbouring halves at a magnitude. */
function unitAt(magnitude: number): number {
  return 2 ** (Math.max(smallestExponent, exponentOf(magnitude)) - fractionBits);
}

/**
 * The nearest IEEE 754 binary16 number, ties to the even one; infinite from 65,520 on, and 0 up to
 * 2⁻²⁵.
 */
export function roundToHalf(value: number): number {
  const magnitude = Math.abs(value);
  if (magnitude === 0 || !Number.isFinite(value)) return value;
  const unit = unitAt(magnitude);
  // A float64 has no room for fractions beyond 2⁵²: the addition rounds, ties to even.
  const rounded = (magnitude / unit + 2 ** 52 - 2 ** 52) * unit;
  return Math.sign(value) * (rounded > largest ? Infinity : rounded);
}

/** The bits of the nearest binary16 number. */
export function toHalfBits(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const rounded = roundToHalf(value);
  const sign = Object.is(rounded, -0) || rounded < 0 ? 0x8000 : 0;
  const magnitude = Math.abs(rounded);
  if (magnitude === Infinity) return sign | 0x7c00;
  if (magnitude < 2 ** smallestExponent) return sign | (magnitude / 2 ** -24);
  const exponent = exponentOf(magnitude);
  const fraction = magnitude / 2 ** (exponent - fractionBits) - 2 ** fractionBits;
  return sign | ((exponent + bias) << fractionBits) | fraction;
}
