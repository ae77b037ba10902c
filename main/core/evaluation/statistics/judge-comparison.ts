/** What a comparison shows, for a sentence in plain language. The list is closed. */
export type Verdict =
  /** Both tests say that a is better. */
  | 'a-better'
  | 'b-better'
  /** Wilcoxon's test says so, the test corrected for overlapping training sets does not. */
  | 'a-better-uncorrected-only'
  | 'b-better-uncorrected-only'
  | 'no-difference-shown'
  /** The models scored the same in every fold. */
  | 'identical'
  /** So few folds, or so many comparisons, that no outcome could have been significant. */
  | 'too-few-folds';

/** The level below which a p counts as a shown difference. */
export const significanceLevel = 0.05;

interface JudgedComparison {
  readonly meanDifference: number;
  readonly wilcoxon: { readonly p: number; readonly pairCount: number };
  readonly pHolm: number | null;
  readonly familySize: number;
  readonly smallestPossibleP: number;
  readonly effectSize: number;
  readonly correctedT: { readonly p: number | null };
}

/** The verdict at 5 %, given how many comparisons are made together. */
export function judgeComparison(comparison: JudgedComparison): Verdict {
  if (comparison.wilcoxon.pairCount === 0) return 'identical';
  const p = comparison.pHolm ?? comparison.wilcoxon.p;
  if (p > significanceLevel) {
    const floor = comparison.smallestPossibleP * comparison.familySize;
    return floor > significanceLevel ? 'too-few-folds' : 'no-difference-shown';
  }
  // The sign of the effect is the sign of what Wilcoxon's test has shown.
  const better = comparison.effectSize > 0 ? 'a-better' : 'b-better';
  // Without any spread there is no t: every fold differs by the same amount, which nothing doubts.
  const corrected = comparison.correctedT.p ?? 0;
  const sameDirection = comparison.meanDifference > 0 === comparison.effectSize > 0;
  return corrected <= significanceLevel && sameDirection ? better : `${better}-uncorrected-only`;
}
