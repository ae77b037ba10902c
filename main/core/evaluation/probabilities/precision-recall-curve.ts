import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { listScoreSteps } from '#core/evaluation/predictions/score-steps.ts';

/** What an alert from this score on gives. */
export interface PrecisionRecallPoint {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
}

/**
 * A point for each distinct score, highest first. Draw it in steps: between two points nothing is
 * known, and no straight line (see `averagePrecision`). Null without a positive. Throws
 * `evaluation.not-a-number`.
 */
export function precisionRecallCurve(binary: BinaryScores): PrecisionRecallPoint[] | null {
  const steps = listScoreSteps(binary);
  const positives = steps.reduce((sum, step) => sum + step.positives, 0);
  if (positives === 0) return null;
  let found = 0;
  let alerts = 0;
  return steps.map((step) => {
    found += step.positives;
    alerts += step.positives + step.negatives;
    return { threshold: step.score, precision: found / alerts, recall: found / positives };
  });
}
