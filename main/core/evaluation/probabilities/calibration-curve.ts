import type { Interval } from '#core/evaluation/intervals/interval.ts';
import { wilsonInterval } from '#core/evaluation/intervals/wilson-interval.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { quantile } from '#core/evaluation/statistics/quantile.ts';

/** How probabilities are put into bins: of about as many items each, or of equal width on [0, 1]. */
export type Binning = 'equal-mass' | 'equal-width';

/** The items of one bin; a bin without items is not listed. */
export interface CalibrationBin {
  readonly count: number;
  /** Mean of the probabilities. */
  readonly predicted: number;
  /** Share of those that truly are of the class. */
  readonly observed: number;
  /** Wilson's, of the observed share. */
  readonly interval: Interval;
}

/** ⌈n^⅓⌉: Sun et al., "Minimum-risk recalibration of classifiers", arXiv 2305.10886. */
export function defaultBinCount(itemCount: number): number {
  return Math.max(1, Math.ceil(Math.cbrt(itemCount) - 1e-9));
}

/**
 * Predicted against observed, bin by bin, from the lowest probability up. Edges are quantiles with
 * linear interpolation, or equally spaced; what equals an edge lies below it, so that equal
 * probabilities share a bin, as scikit-learn’s `calibration_curve` does. Empty without items.
 */
export function calibrationCurve(
  binary: BinaryScores,
  binning: Binning = 'equal-mass',
  binCount: number = defaultBinCount(binary.truths.length),
): CalibrationBin[] {
  const { truths, scores } = binary;
  if (truths.length === 0) return [];
  const sorted = binning === 'equal-mass' ? scores.toSorted() : null;
  const edges = Array.from({ length: binCount - 1 }, (_, index) => {
    const share = (index + 1) / binCount;
    return sorted === null ? share : quantile(sorted, share);
  });
  const bins = Array.from({ length: binCount }, () => ({ count: 0, predicted: 0, observed: 0 }));
  for (let item = 0; item < truths.length; item++) {
    const bin = bins[countBelow(edges, scores[item])];
    bin.count++;
    bin.predicted += scores[item];
    bin.observed += truths[item];
  }
  return bins
    .filter(({ count }) => count > 0)
    .map(({ count, predicted, observed }) => ({
      count,
      predicted: predicted / count,
      observed: observed / count,
      interval: wilsonInterval(observed, count),
    }));
}

/** How many of the sorted edges are below the value. */
function countBelow(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
