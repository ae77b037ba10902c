import type { BinaryScores } from './one-against-rest.ts';

/** The items whose scores lie between two edges. */
export interface ScoreBin {
  readonly from: number;
  /** Not in it, but for the last bin. */
  readonly to: number;
  readonly positives: number;
  readonly negatives: number;
}

/** How the probabilities of positives and negatives are spread over bins of equal width on [0, 1]. */
export function scoreDistribution({ truths, scores }: BinaryScores, binCount = 20): ScoreBin[] {
  const counts = Array.from({ length: binCount }, () => [0, 0]);
  for (let item = 0; item < truths.length; item++) {
    const bin = Math.min(binCount - 1, Math.floor(scores[item] * binCount));
    counts[bin][truths[item]]++;
  }
  return counts.map(([negatives, positives], bin) => ({
    from: bin / binCount,
    to: (bin + 1) / binCount,
    positives,
    negatives,
  }));
}
