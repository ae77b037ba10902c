import { normalQuantile } from '#core/evaluation/statistics/normal-quantile.ts';
import type { Interval } from './interval.ts';

/**
 * Interval of the share `count`/`total`: Wilson, JASA 22 (1927), without continuity correction. As
 * if items did not depend on each other. With a total of 0 it says nothing: from 0 to 1.
 */
export function wilsonInterval(count: number, total: number, confidence = 0.95): Interval {
  const method = 'wilson';
  if (total === 0) return { lower: 0, upper: 1, confidence, method };
  const z = normalQuantile((1 + confidence) / 2);
  const share = count / total;
  const centre = share + (z * z) / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return {
    lower: count === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    upper: count === total ? 1 : Math.min(1, (centre + reach) / scale),
    confidence,
    method,
  };
}
