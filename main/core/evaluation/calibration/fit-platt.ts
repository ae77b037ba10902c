import type { Calibrator } from '#core/domain/screening-rule.ts';
import {
  countPositives,
  type BinaryScores,
} from '#core/evaluation/predictions/one-against-rest.ts';
import { logOdds } from '#core/evaluation/probabilities/log-odds.ts';
import { fitLogistic } from '#core/evaluation/probabilities/logistic-regression.ts';

/**
 * Platt’s scaling of the log odds: Platt, Advances in Large Margin Classifiers (1999), with his
 * smoothed targets (n₊ + 1)/(n₊ + 2) and 1/(n₋ + 2), which keep separated classes from certainty;
 * maximum likelihood by Newton’s method as Lin, Lin and Weng (Machine Learning 68, 2007) ask. A slope
 * below 0 would turn the order round, and constant scores have none: then it is 0, and all items get
 * the smoothed share of positives; without items, ½.
 */
export function fitPlatt(binary: BinaryScores): Calibrator {
  const positives = countPositives(binary);
  const negatives = binary.truths.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  const targets = Float64Array.from(binary.truths, (truth) => (truth === 1 ? high : low));
  const fit = fitLogistic({ predictor: binary.scores.map(logOdds), targets });
  if (fit !== null && fit.slope > 0) {
    return { kind: 'platt', slope: fit.slope, intercept: fit.intercept };
  }
  const share = (positives * high + negatives * low) / Math.max(1, positives + negatives);
  return { kind: 'platt', slope: 0, intercept: logOdds(positives + negatives === 0 ? 0.5 : share) };
}
