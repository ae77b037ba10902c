import { adjustHolm } from './adjust-holm.ts';
import type { ModelComparison } from './compare-models.ts';
import { judgeComparison } from './judge-comparison.ts';

/** The same comparisons, with Holm's p over all of them and the verdicts that follow from it. */
export function adjustComparisons<Comparison extends ModelComparison>(
  comparisons: readonly Comparison[],
): Comparison[] {
  const adjusted = adjustHolm(comparisons.map((comparison) => comparison.wilcoxon.p));
  return comparisons.map((comparison, index) => {
    const withHolm = { ...comparison, pHolm: adjusted[index] };
    return { ...withHolm, verdict: judgeComparison(withHolm, comparisons.length) };
  });
}
