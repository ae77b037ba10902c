import type { Metric } from '#core/domain/run.ts';
import { binaryCorrelation, countLabels, type LabelCounts } from './label-counts.ts';
import { hammingLoss, subsetAccuracy } from './label-set-scores.ts';
import { listScoreMetrics, namedMetric } from './list-score-metrics.ts';
import { requirePairs } from './require-pairs.ts';

/** Which of the labels of a task apply to a note, by their indices, in ascending order. */
export type LabelSet = readonly number[];

/**
 * All metrics of notes that may have several labels: `labels` names every label of the task, in the
 * order of the indices; macro averages go over all of them, also over one that this fold lacks. As
 * scikit-learn's precision_recall_fscore_support, accuracy_score, hamming_loss and, of each label,
 * matthews_corrcoef, with `zero_division=0`.
 * @throws evaluation.empty, evaluation.length-mismatch, evaluation.unknown-label
 */
export function evaluateLabelSets(
  gold: readonly LabelSet[],
  predicted: readonly LabelSet[],
  labels: readonly string[],
): Metric[] {
  requirePairs(gold, predicted);
  const counts = countLabels(gold, predicted, labels);
  const named = (pick: (of: LabelCounts) => number) =>
    labels.map((label, index) => namedMetric('mcc', pick(counts[index]), label));
  return [
    namedMetric('subset-accuracy', subsetAccuracy(gold, predicted)),
    namedMetric('hamming-loss', hammingLoss(gold, predicted, labels.length)),
    ...listScoreMetrics(
      new Map(
        labels.map((label, index) => {
          const { tp, fp, fn } = counts[index];
          return [label, { matched: tp, predicted: tp + fp, gold: tp + fn }];
        }),
      ),
    ),
    ...named(binaryCorrelation),
  ];
}
