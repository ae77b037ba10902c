import type { ResampledFigure } from '#core/domain/entity-geometry.ts';
import { percentileInterval } from '#core/evaluation/statistics/bootstrap-interval.ts';
import type { Resamples } from './measured.ts';

const confidence = 0.95;
/** Of resamples that left no pair, before an interval of the others would mislead. */
const largestUndefinedShare = 0.05;

/** The figure with its 95 % interval: without one where resamples are missing or often undefined. */
export function summariseResamples(
  value: number | null,
  resamples: Resamples,
): ResampledFigure | null {
  if (value === null) return null;
  const defined = definedOf(resamples);
  if (defined === null) return { value, lower: null, upper: null };
  const { lower, upper } = percentileInterval(defined, confidence);
  return { value, lower, upper };
}

/** Two-sided: twice the share of resamples on the rarer side of zero, never 0. Null without enough. */
export function resampledP(resamples: Resamples): number | null {
  const defined = definedOf(resamples);
  if (defined === null) return null;
  const below = defined.filter((value) => value <= 0).length;
  const above = defined.filter((value) => value >= 0).length;
  return Math.min(1, (2 * (Math.min(below, above) + 1)) / (defined.length + 1));
}

/** Sorted. */
function definedOf(resamples: Resamples): Float64Array | null {
  const defined = resamples.filter((value) => value !== null);
  const missing = resamples.length - defined.length;
  if (defined.length === 0 || missing > largestUndefinedShare * resamples.length) return null;
  return Float64Array.from(defined).sort();
}
