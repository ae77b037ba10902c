import type { Stated } from './stated.ts';

/**
 * The first number of a cell with the unit of its last digit: "0.785 ± 0.052", "73,51 %", "< .001",
 * "−0,004". A comma is a decimal one; null where no number stands first. A share of a hundred stays one.
 */
export function parseStated(text: string): Stated | null {
  const found = /^\s*([<≤])?\s*([+−-])?\s*(\d*)(?:[.,](\d+))?/.exec(
    text.replace(/[\u2066-\u2069\u200e\u200f*†‡']/g, ''),
  );
  if (found === null) return null;
  const [, bound, sign, whole, decimals = ''] = found;
  if (whole === '' && decimals === '') return null;
  const size = Number(`${whole === '' ? '0' : whole}.${decimals === '' ? '0' : decimals}`);
  return {
    value: sign === '−' || sign === '-' ? -size : size,
    unit: 10 ** -decimals.length,
    isBound: bound !== undefined,
  };
}

/** The same of a share that is printed as so many of a hundred. */
export function fromPercent({ value, unit, isBound }: Stated): Stated {
  return { value: value / 100, unit: unit / 100, isBound };
}
