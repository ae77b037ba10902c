import { normalUpperTail } from './normal-distribution.ts';

/**
 * P(Q > q) for the range of `count` independent standard normal values (the studentised range with
 * infinite degrees of freedom): 1 − k·∫ φ(z)·[Φ(z) − Φ(z − q)]ᵏ⁻¹ dz (Pearson and Hartley 1942), by
 * the trapezoidal rule, which converges faster than any power here. To about 12 digits after the
 * point.
 */
export function studentisedRangeUpperTail(q: number, count: number): number {
  if (q <= 0) return 1;
  const width = 1 / 8;
  let sum = 0;
  for (let z = -9; z <= 9; z += width) {
    const between = normalUpperTail(z - q) - normalUpperTail(z);
    sum += Math.exp((-z * z) / 2) * between ** (count - 1);
  }
  const below = (count * width * sum) / Math.sqrt(2 * Math.PI);
  return Math.min(1, Math.max(0, 1 - below));
}

/** The q that the range exceeds with this probability, found by halving. */
export function studentisedRangeCriticalValue(probability: number, count: number): number {
  let [low, high] = [0, 100];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (studentisedRangeUpperTail(middle, count) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
