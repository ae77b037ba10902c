import { incompleteBeta } from './incomplete-beta.ts';

/** P(F > f) with these degrees of freedom: Abramowitz and Stegun, formula 26.6.2. */
export function fUpperTail(f: number, numerator: number, denominator: number): number {
  if (f <= 0) return 1;
  if (f === Infinity) return 0;
  return incompleteBeta(
    denominator / (denominator + numerator * f),
    denominator / 2,
    numerator / 2,
  );
}
