import { clopperPearsonLower } from '#core/evaluation/intervals/clopper-pearson-interval.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { requireNumbers } from '#core/evaluation/predictions/require-numbers.ts';
import { incompleteBeta } from '#core/evaluation/statistics/incomplete-beta.ts';
import { effectiveCount } from '#core/evaluation/intervals/effective-count.ts';
import { requireShare } from './require-share.ts';

export interface SensitivityRequest {
  readonly binary: BinaryScores;
  /** [items] whose notes depend on each other, in the order of `binary`; null stands alone. */
  readonly groupIds: readonly (string | null)[];
  /** The wanted sensitivity, between 0 and 1. */
  readonly sensitivity: number;
  /** That it is really reached; one-sided. */
  readonly confidence?: number;
}

interface Evidence {
  readonly positives: number;
  /** What the positives count for, given that those of one group may all be missed together. */
  readonly effectivePositives: number;
  readonly wanted: number;
  readonly confidence: number;
}

export type SensitivityThreshold = Evidence &
  (
    | {
        readonly state: 'claimed';
        /** An alert from this score on. */
        readonly threshold: number;
        /** Positives that score lower. */
        readonly missed: number;
        /** Of the positives at hand. */
        readonly observed: number;
        /** One-sided lower bound of the true sensitivity, at least what was wanted. */
        readonly lowerBound: number;
      }
    | {
        readonly state: 'cannot-be-claimed';
        readonly reason: 'too-few-positives';
        /** How many positives that stand alone would do, if none of them were missed. */
        readonly neededPositives: number;
      }
  );

/**
 * The highest threshold whose sensitivity is at least the wanted one with the stated confidence: the
 * (m + 1)-th smallest score of the positives, m the largest with BinomCDF(m; n₊, 1 − S) ≤ 1 −
 * confidence, an order statistic’s exact bound (Clopper and Pearson 1934; Wilks, Annals of
 * Mathematical Statistics 12, 1941). With groups, n₊ and m shrink to the effective number of
 * positives as in Korn and Graubard (1998), on the careful side. It is a claim for the models that
 * gave the scores: for one trained on all notes it is approximate, and a locked set must confirm it.
 * Throws `evaluation.out-of-range` or `evaluation.not-a-number`.
 */
export function thresholdForSensitivity(request: SensitivityRequest): SensitivityThreshold {
  const { binary, groupIds, sensitivity: wanted, confidence = 0.95 } = request;
  requireShare('sensitivity', wanted, 'without-ends');
  requireShare('confidence', confidence, 'without-ends');
  requireNumbers(binary.scores);
  const isPositive = (_: unknown, item: number) => binary.truths[item] === 1;
  const scores = binary.scores.filter(isPositive).sort();
  const positives = scores.length;
  const effectivePositives = effectiveCount(groupIds.filter(isPositive));
  const evidence = { positives, effectivePositives, wanted, confidence };
  const allowed = (missed: number) =>
    missProbability(missed, evidence) <= (1 - confidence) * (1 + 1e-12);
  if (positives === 0 || !allowed(0)) {
    return {
      ...evidence,
      state: 'cannot-be-claimed',
      reason: 'too-few-positives',
      neededPositives: neededPositives(wanted, confidence),
    };
  }
  let rank = 0;
  while (rank + 1 < positives && allowed(rank + 1)) rank++;
  const threshold = scores[rank];
  // Ties with the threshold alert too.
  const missed = scores.indexOf(threshold);
  const scale = effectivePositives / positives;
  return {
    ...evidence,
    state: 'claimed',
    threshold,
    missed,
    observed: (positives - missed) / positives,
    lowerBound: clopperPearsonLower((positives - missed) * scale, effectivePositives, confidence),
  };
}

/**
 * How many positives that stand alone a claim needs, where none of them is missed: ln(1 − confidence)/ln
 * S, both between 0 and 1.
 */
export function neededPositives(wanted: number, confidence = 0.95): number {
  return Math.ceil(Math.log(1 - confidence) / Math.log(wanted) - 1e-9);
}

/** P(X ≤ missed) of a binomial with the effective number of positives and 1 − S. */
function missProbability(
  missed: number,
  { positives, effectivePositives, wanted }: Evidence,
): number {
  const scaled = (missed / positives) * effectivePositives;
  return incompleteBeta(wanted, effectivePositives - scaled, scaled + 1);
}
