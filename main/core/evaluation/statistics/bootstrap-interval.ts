import type { Interval } from '#core/evaluation/intervals/interval.ts';
import { normalUpperTail } from './normal-distribution.ts';
import { normalQuantile } from './normal-quantile.ts';
import { quantile } from './quantile.ts';

/** The middle part of a bootstrap distribution, sorted: Efron, Annals of Statistics 7 (1979). */
export function percentileInterval(sorted: ArrayLike<number>, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return {
    lower: quantile(sorted, tail),
    upper: quantile(sorted, 1 - tail),
    confidence,
    method: 'bootstrap-percentile',
  };
}

export interface BcaInput {
  /** Of the whole sample. */
  readonly estimate: number;
  /** Estimates of the resamples, sorted. */
  readonly sorted: ArrayLike<number>;
  /** Estimates without each group in turn. */
  readonly jackknife: readonly number[];
  readonly confidence: number;
}

/**
 * The interval corrected for bias and acceleration: Efron, "Better bootstrap confidence intervals",
 * JASA 82 (1987). Null where it is not sound: all resamples on one side of the estimate, or leaving
 * groups out changes nothing.
 */
export function bcaInterval({
  estimate,
  sorted,
  jackknife,
  confidence,
}: BcaInput): Interval | null {
  const bias = normalQuantile(shareBelow(sorted, estimate));
  const acceleration = accelerationOf(jackknife);
  if (!Number.isFinite(bias) || acceleration === null) return null;
  const adjusted = (share: number): number => {
    const z = bias + normalQuantile(share);
    const moved = bias + z / (1 - acceleration * z);
    return acceleration * z < 1 ? 1 - normalUpperTail(moved) : NaN;
  };
  const [lower, upper] = [adjusted((1 - confidence) / 2), adjusted((1 + confidence) / 2)];
  if (Number.isNaN(lower) || Number.isNaN(upper)) return null;
  return {
    lower: quantile(sorted, lower),
    upper: quantile(sorted, upper),
    confidence,
    method: 'bootstrap-bca',
  };
}

/** Those that are equal count half. */
function shareBelow(sorted: ArrayLike<number>, value: number): number {
  let twice = 0;
  for (let index = 0; index < sorted.length; index++) {
    twice += Number(sorted[index] < value) + Number(sorted[index] <= value);
  }
  return twice / (2 * sorted.length);
}

function accelerationOf(jackknife: readonly number[]): number | null {
  const mean = jackknife.reduce((sum, value) => sum + value, 0) / jackknife.length;
  let squares = 0;
  let cubes = 0;
  for (const value of jackknife) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  // What is left of equal values is rounding noise.
  const noise = jackknife.length * (1e-14 * Math.abs(mean)) ** 2;
  return squares <= noise ? null : cubes / (6 * squares ** 1.5);
}
