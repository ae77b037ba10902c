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

/** What the p that decides is taken from. */
interface DecidedComparison {
  readonly decidedBy: 'wilcoxon' | 'corrected-t';
  readonly meanDifference: number;
  readonly wilcoxon: { readonly p: number };
  readonly correctedT: { readonly p: number | null };
}

/** The p that decides; without any spread there is no t, and a difference that is always the same is certain. */
export function decidingP(comparison: DecidedComparison): number {
  const { decidedBy, meanDifference, wilcoxon, correctedT } = comparison;
  if (decidedBy === 'wilcoxon') return wilcoxon.p;
  return correctedT.p ?? (meanDifference === 0 ? 1 : 0);
}

interface JudgedComparison extends DecidedComparison {
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly wilcoxon: { readonly p: number; readonly pairCount: number };
  readonly pHolm: number | null;
  readonly familySize: number;
  readonly smallestPossibleP: number;
  readonly effectSize: number;
}

/** The verdict at 5 %, given how many comparisons are made together. */
export function judgeComparison(comparison: JudgedComparison): Verdict {
  const p = comparison.pHolm ?? decidingP(comparison);
  if (comparison.decidedBy === 'corrected-t') {
    const { meanDifference, interval } = comparison;
    const areSame = meanDifference === 0 && interval?.lower === 0 && interval.upper === 0;
    if (p > significanceLevel) return areSame ? 'identical' : 'no-difference-shown';
    return meanDifference > 0 ? 'a-better' : 'b-better';
  }
  if (comparison.wilcoxon.pairCount === 0) return 'identical';
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
