import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { listScoreSteps } from '#core/evaluation/predictions/score-steps.ts';

/** What an alert from this score on gives. */
export interface RocPoint {
  /** Infinity at the first point, where nothing is alerted. */
  readonly threshold: number;
  /** Share of the positives that score at least as high. */
  readonly sensitivity: number;
  /** Share of the negatives that score at least as high: 1 − specificity. */
  readonly falsePositiveRate: number;
}

/**
 * The ROC curve (Swets, Science 240, 1988): a point for each distinct score, highest first, after
 * the corner (0, 0). Straight lines between points are right here, ties included. Null where one
 * of the classes is missing. Throws `evaluation.not-a-number`.
 */
export function rocCurve(binary: BinaryScores): RocPoint[] | null {
  const steps = listScoreSteps(binary);
  const positives = steps.reduce((sum, step) => sum + step.positives, 0);
  const negatives = binary.truths.length - positives;
  if (positives === 0 || negatives === 0) return null;
  let found = 0;
  let falseAlerts = 0;
  const points = steps.map((step) => {
    found += step.positives;
    falseAlerts += step.negatives;
    return {
      threshold: step.score,
      sensitivity: found / positives,
      falsePositiveRate: falseAlerts / negatives,
    };
  });
  return [{ threshold: Infinity, sensitivity: 0, falsePositiveRate: 0 }, ...points];
}
