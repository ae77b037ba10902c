/**
 * Two-sided p of the sum of whole differences when each sign is as likely as the other: all 2ⁿ signs,
 * counted at once by adding one difference after the other (Fisher 1935; Pesarin 2001). Differences
 * of ±1 make it the sign test. 1 where all are 0.
 */
export function signFlipP(differences: readonly number[]): number {
  const sizes = differences.map(Math.abs).filter((size) => size > 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // Of the sum of those with a positive sign.
  let chances = new Float64Array(total + 1);
  chances[0] = 1;
  let reached = 0;
  for (const size of sizes) {
    const next = new Float64Array(total + 1);
    for (let sum = 0; sum <= reached; sum++) {
      next[sum] += chances[sum] / 2;
      next[sum + size] += chances[sum] / 2;
    }
    reached += size;
    chances = next;
  }
  const observed = Math.abs(differences.reduce((sum, difference) => sum + difference, 0));
  let p = 0;
  for (let sum = 0; sum <= total; sum++) {
    if (Math.abs(2 * sum - total) >= observed) p += chances[sum];
  }
  return Math.min(1, p);
}
