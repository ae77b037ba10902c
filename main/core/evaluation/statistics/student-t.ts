import { incompleteBeta } from './incomplete-beta.ts';

/** P(|T| > |t|) for Student's t with `degrees` of freedom: Abramowitz and Stegun, formula 26.7.1. */
export function studentTwoSidedP(t: number, degrees: number): number {
  const square = t * t;
  // Near 0 the complement keeps all digits, far out the tail itself does.
  return square < 1
    ? 1 - incompleteBeta(square / (degrees + square), 0.5, degrees / 2)
    : incompleteBeta(degrees / (degrees + square), degrees / 2, 0.5);
}

/** The t that |T| exceeds with probability 1 − confidence, found by halving. */
export function studentCriticalValue(confidence: number, degrees: number): number {
  const p = 1 - confidence;
  let low = 0;
  let high = 1;
  while (studentTwoSidedP(high, degrees) > p) high *= 2;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentTwoSidedP(middle, degrees) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
