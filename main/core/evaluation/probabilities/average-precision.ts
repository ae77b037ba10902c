import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { listScoreSteps } from '#core/evaluation/predictions/score-steps.ts';

/**
 * Area under the precision-recall curve as average precision, Σ (Rₙ − Rₙ₋₁)·Pₙ over the distinct
 * scores from the highest down: steps, never straight lines between points, which promise what no
 * threshold gives (Davis and Goadrich, ICML 2006). From the prevalence (a score that knows nothing,
 * nearly) to 1; null without a positive. Throws `evaluation.not-a-number`.
 */
export function averagePrecision(binary: BinaryScores): number | null {
  let found = 0;
  let alerts = 0;
  let sum = 0;
  for (const step of listScoreSteps(binary)) {
    found += step.positives;
    alerts += step.positives + step.negatives;
    sum += step.positives * (found / alerts);
  }
  return found === 0 ? null : sum / found;
}
