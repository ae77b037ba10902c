import { normalUpperTail } from './normal-distribution.ts';

/** The z below which the standard normal distribution lies with this probability, found by halving. */
export function normalQuantile(probability: number): number {
  if (probability === 0.5) return 0;
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (probability <= 0) return -Infinity;
  let [low, high] = [0, 40];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (normalUpperTail(middle) > probability) low = middle;
    else high = middle;
  }
  return -(low + high) / 2;
}
