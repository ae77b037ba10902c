/** Beyond ±36 a probability of 64 bits cannot be told from 0 or 1. */
const smallest = Number.EPSILON;

/** ln(p/(1 − p)); p is kept 2⁻⁵² away from 0 and 1. */
export function logOdds(probability: number): number {
  const kept = Math.min(1 - smallest, Math.max(smallest, probability));
  return Math.log(kept) - Math.log1p(-kept);
}

/** 1/(1 + e⁻ᶻ), without overflow. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const odds = Math.exp(z);
  return odds / (1 + odds);
}
