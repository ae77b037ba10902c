import type { Metric } from '#core/domain/run.ts';
import { accuracy } from './accuracy.ts';
import { countConfusion, type ClassSequence, type ConfusionMatrix } from './confusion-matrix.ts';
import { listScoreMetrics, namedMetric } from './list-score-metrics.ts';
import { matthewsCorrelation } from './matthews-correlation.ts';
import type { MatchCounts } from './score-counts.ts';

/**
 * All metrics of a classification. `labels` names every class of the task, in the order of the
 * indices where `gold` and `predicted` are indices; macro averages go over all of them, also over
 * one that this fold lacks (scikit-learn's `labels=` given). Throws what `countConfusion` throws.
 */
export function evaluateClassification(
  gold: ClassSequence,
  predicted: ClassSequence,
  labels: readonly string[],
): Metric[] {
  const matrix = countConfusion(gold, predicted, labels);
  return [
    namedMetric('mcc', matthewsCorrelation(matrix)),
    namedMetric('accuracy', accuracy(matrix)),
    ...listScoreMetrics(countMatches(matrix)),
  ];
}

function countMatches({ labels, counts }: ConfusionMatrix): Map<string, MatchCounts> {
  const size = labels.length;
  return new Map(
    labels.map((label, index) => {
      let gold = 0;
      let predicted = 0;
      for (let other = 0; other < size; other++) {
        gold += counts[index * size + other];
        predicted += counts[other * size + index];
      }
      return [label, { matched: counts[index * size + index], predicted, gold }];
    }),
  );
}
