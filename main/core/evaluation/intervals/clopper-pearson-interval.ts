import { betaQuantile } from '#core/evaluation/statistics/beta-quantile.ts';
import type { Interval } from './interval.ts';

/**
 * Exact interval of the share `count`/`total`: Clopper and Pearson, Biometrika 26 (1934), by
 * quantiles of the beta distribution. As if items did not depend on each other. With a total of 0 it
 * says nothing: from 0 to 1.
 */
export function clopperPearsonInterval(count: number, total: number, confidence = 0.95): Interval {
  const oneSided = (1 + confidence) / 2;
  return {
    lower: clopperPearsonLower(count, total, oneSided),
    upper: 1 - clopperPearsonLower(total - count, total, oneSided),
    confidence,
    method: 'clopper-pearson',
  };
}

/**
 * The one-sided lower bound. `count` and `total` may be fractions of an effective number, as Korn
 * and Graubard (Survey Methodology 24, 1998) use it for items that depend on each other.
 */
export function clopperPearsonLower(count: number, total: number, confidence: number): number {
  return count <= 0 ? 0 : betaQuantile(1 - confidence, count, total - count + 1);
}
