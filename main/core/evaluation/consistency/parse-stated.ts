import type { Stated } from './stated.ts';

/**
 * The first number of a cell with the unit of its last digit: "0.785 ± 0.052", "73,51 %", "< .001",
 * "−0,004", "1.95e-3", "2 × 10^−3". A comma is a decimal one; null where no number stands first. A share of a hundred stays one.
 */
export function parseStated(text: string): Stated | null {
  const found =
    /^\s*([<≤])?\s*([+−-])?\s*(\d*)(?:[.,](\d+))?(?:(?:e|\s*[×·]\s*10\s*\^)\s*([+−-]?\d{1,3}))?/i.exec(
      text.replace(/[\u2066-\u2069\u200e\u200f*†‡']/g, ''),
    );
  if (found === null) return null;
  const [, bound, sign, whole, decimals = '', power = '0'] = found;
  if (whole === '' && decimals === '') return null;
  const size = Number(`${whole === '' ? '0' : whole}.${decimals === '' ? '0' : decimals}`);
  const exponent = Number(power.replace('−', '-'));
  const value = Number(`${size}e${exponent}`);
  return {
    value: sign === '−' || sign === '-' ? -value : value,
    unit: 10 ** (exponent - decimals.length),
    isBound: bound !== undefined,
  };
}

/** The same of a share that is printed as so many of a hundred. */
export function fromPercent({ value, unit, isBound }: Stated): Stated {
  return { value: value / 100, unit: unit / 100, isBound };
}
