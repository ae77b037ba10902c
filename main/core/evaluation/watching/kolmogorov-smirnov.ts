/** How two samples of numbers differ. */
export interface SampleComparison {
  /** The largest distance between the two distribution functions, from 0 to 1. */
  readonly distance: number;
  /** Exact, two-sided; with ties it is too large rather than too small. */
  readonly p: number;
}

/**
 * The two-sample test of Kolmogorov and Smirnov with its exact p, whatever the sizes: walks over all
 * orders of the pooled values at once and adds up the chance of those that leave the band (Hodges, Arkiv
 * för Matematik 3, 1958). Takes time in proportion to the product of the sizes. Both need a value.
 */
export function kolmogorovSmirnov(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): SampleComparison {
  const [n, m] = [first.length, second.length];
  const steps = largestDistance(Float64Array.from(first).sort(), Float64Array.from(second).sort());
  return { distance: steps / (n * m), p: chanceToLeave(steps, n, m) };
}

/** The distance, times both sizes: a whole number, so that equal distances are equal. */
function largestDistance(first: Float64Array, second: Float64Array): number {
  const [n, m] = [first.length, second.length];
  let [i, j, largest] = [0, 0, 0];
  while (i < n && j < m) {
    const value = Math.min(first[i], second[j]);
    while (i < n && first[i] === value) i++;
    while (j < m && second[j] === value) j++;
    largest = Math.max(largest, Math.abs(i * m - j * n));
  }
  return largest;
}

/**
 * Of all orders in which n and m values can come, the share that is somewhere at least so far apart. The
 * chances of first leaving are added, not taken from 1: small ones keep their digits.
 */
function chanceToLeave(steps: number, n: number, m: number): number {
  if (steps === 0) return 1;
  // At (i, j): i of the first and j of the second have come, and the band was never left.
  const chances = new Float64Array(m + 1);
  let left = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      let chance = i === 0 && j === 0 ? 1 : 0;
      if (i > 0) chance += (chances[j] * (n - i + 1)) / (n - i + 1 + m - j);
      if (j > 0) chance += (chances[j - 1] * (m - j + 1)) / (n - i + m - j + 1);
      if (Math.abs(i * m - j * n) >= steps) {
        left += chance;
        chance = 0;
      }
      chances[j] = chance;
    }
  }
  return Math.min(1, left);
}
