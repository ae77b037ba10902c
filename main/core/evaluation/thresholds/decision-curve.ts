import {
  countPositives,
  type BinaryScores,
} from '#core/evaluation/predictions/one-against-rest.ts';
import { confusionAtThreshold } from './confusion-at-threshold.ts';
import { requireShare } from './require-share.ts';

/** Net benefits at one threshold, per note: what true positives are worth less what alerts cost. */
export interface DecisionPoint {
  /** pₜ: the probability from which on one would act; its odds are the price of a false alert. */
  readonly threshold: number;
  readonly model: number;
  readonly treatAll: number;
  /** Always 0. */
  readonly treatNone: number;
}

/**
 * Decision curve of Vickers and Elkin, Medical Decision Making 26 (2006): acting from a probability of
 * pₜ on, π·Se − (1 − π)(1 − Sp)·pₜ/(1 − pₜ). A stated prevalence π takes the place of the share of
 * positives among the items. The probabilities must be calibrated. Null where one class is missing.
 * Throws `evaluation.out-of-range` for a pₜ outside (0, 1) or a prevalence outside [0, 1].
 */
export function decisionCurve(
  binary: BinaryScores,
  thresholds: readonly number[],
  prevalence?: number,
): DecisionPoint[] | null {
  for (const threshold of thresholds) requireShare('threshold', threshold, 'without-ends');
  if (prevalence !== undefined) requireShare('prevalence', prevalence);
  const positives = countPositives(binary);
  const negatives = binary.truths.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const share = prevalence ?? positives / (positives + negatives);
  return thresholds.map((threshold) => {
    const { truePositives, falsePositives } = confusionAtThreshold(binary, threshold);
    return {
      threshold,
      model: netBenefit(share, truePositives / positives, falsePositives / negatives, threshold),
      treatAll: netBenefit(share, 1, 1, threshold),
      treatNone: 0,
    };
  });
}

function netBenefit(
  prevalence: number,
  sensitivity: number,
  falsePositiveRate: number,
  threshold: number,
): number {
  const price = threshold / (1 - threshold);
  return prevalence * sensitivity - (1 - prevalence) * falsePositiveRate * price;
}
