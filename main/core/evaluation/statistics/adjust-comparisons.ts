import { adjustHolm } from './adjust-holm.ts';
import type { ModelComparison } from './compare-models.ts';
import { decidingP, judgeComparison } from './judge-comparison.ts';

/**
 * The same comparisons, with Holm's p over all that are planned and the verdicts that follow from it.
 * Those that have no result yet count as p = 1: what an unfinished study calls a difference must not
 * be taken back only because the rest of it was done.
 */
export function adjustComparisons<Comparison extends ModelComparison>(
  comparisons: readonly Comparison[],
  plannedCount: number = comparisons.length,
): Comparison[] {
  const missing = new Array<number>(plannedCount - comparisons.length).fill(1);
  const adjusted = adjustHolm([...comparisons.map(decidingP), ...missing]);
  return comparisons.map((comparison, index) => {
    const withHolm = { ...comparison, pHolm: adjusted[index], familySize: plannedCount };
    return { ...withHolm, verdict: judgeComparison(withHolm) };
  });
}
