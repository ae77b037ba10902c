import type { RandomStream } from '#core/base/random-stream.ts';

/** p is a multiple of 1/1000 then, which bears a false-alarm rate of 1 % for ten tests. */
export const usualPermutations = 999;

/**
 * Two-sided p of the difference between the means of two samples, by divisions at random of what they
 * have together: (k + 1)/(permutations + 1), k those whose means are at least as far apart (Phipson and
 * Smyth, Statistical Applications in Genetics and Molecular Biology 9, 2010).
 */
export function compareMeans(
  first: readonly number[],
  second: readonly number[],
  { random, permutations = usualPermutations }: { random: RandomStream; permutations?: number },
): number {
  const pooled = [...first, ...second];
  const expected = pooled.reduce((sum, value) => sum + value, 0) / pooled.length;
  const distance = (values: readonly number[]) => {
    let sum = 0;
    for (let at = 0; at < first.length; at++) sum += values[at];
    return Math.abs(sum / first.length - expected);
  };
  // Sums in another order differ in their last digits.
  const observed = distance(pooled) * (1 - 1e-12);
  let asFar = 0;
  for (let round = 0; round < permutations; round++) {
    if (distance(random.shuffle(pooled)) >= observed) asFar++;
  }
  return (asFar + 1) / (permutations + 1);
}
