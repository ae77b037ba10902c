import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';

/** Four counts of items for one class against the rest. */
export interface BinaryConfusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** Counts truth against alert, where a score that reaches the threshold alerts. */
export function confusionAtThreshold(
  { truths, scores }: BinaryScores,
  threshold: number,
): BinaryConfusion {
  const counts = [0, 0, 0, 0];
  for (let item = 0; item < truths.length; item++) {
    counts[2 * truths[item] + Number(scores[item] >= threshold)]++;
  }
  const [trueNegatives, falsePositives, falseNegatives, truePositives] = counts;
  return { truePositives, falsePositives, trueNegatives, falseNegatives };
}
