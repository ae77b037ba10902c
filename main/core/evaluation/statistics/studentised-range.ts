import { normalUpperTail } from './normal-distribution.ts';

const width = 1 / 8;
/** Where the integral is looked at, with P(Z > z) there: the same for every q. */
const grid = Array.from({ length: 145 }, (_, step) => -9 + step * width).map((z) => ({
  z,
  tail: normalUpperTail(z),
}));

/**
 * What was computed: mean ranks of few folds take few values, and tables of a running study ask for
 * the same ones after every fold, each of which takes as long as a comparison of two models.
 */
const known = new Map<string, number>();
const mostKnown = 10_000;

/**
 * P(Q > q) for the range of `count` independent standard normal values (the studentised range with
 * infinite degrees of freedom): 1 − k·∫ φ(z)·[Φ(z) − Φ(z − q)]ᵏ⁻¹ dz (Pearson and Hartley 1942), by
 * the trapezoidal rule, which converges faster than any power here. To about 12 digits after the
 * point.
 */
export function studentisedRangeUpperTail(q: number, count: number): number {
  if (q <= 0) return 1;
  return remember(`tail ${q} ${count}`, () => integrate(q, count));
}

function integrate(q: number, count: number): number {
  let sum = 0;
  for (const { z, tail } of grid) {
    const between = normalUpperTail(z - q) - tail;
    sum += Math.exp((-z * z) / 2) * between ** (count - 1);
  }
  const below = (count * width * sum) / Math.sqrt(2 * Math.PI);
  return Math.min(1, Math.max(0, 1 - below));
}

/** The q that the range exceeds with this probability, found by halving. */
export function studentisedRangeCriticalValue(probability: number, count: number): number {
  return remember(`critical ${probability} ${count}`, () => halve(probability, count));
}

function halve(probability: number, count: number): number {
  let [low, high] = [0, 100];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (integrate(middle, count) > probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function remember(key: string, compute: () => number): number {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = compute();
  if (known.size >= mostKnown) known.clear();
  known.set(key, value);
  return value;
}
