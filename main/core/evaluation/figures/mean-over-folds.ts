import { meanInterval, type MeanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';

export interface FoldMean {
  /** Null where it is defined in no fold. */
  readonly over: MeanInterval | null;
  /** By fold, lowest first; null where it is not defined, as AUROC without a positive. */
  readonly folds: readonly { readonly fold: number; readonly value: number | null }[];
}

/**
 * A figure fold by fold with its mean: the pooled figure mixes the scales of as many models as there
 * are folds (Forman and Scholz, SIGKDD Explorations 12, 2010), so both are shown.
 */
export function meanOverFolds(
  scores: OutOfFoldScores,
  figureOf: (fold: OutOfFoldScores) => number | null,
): FoldMean {
  const byFold = Map.groupBy(scores.notes, ({ fold }) => fold);
  const folds = [...byFold]
    .sort(([a], [b]) => a - b)
    .map(([fold, notes]) => ({ fold, value: figureOf({ labels: scores.labels, notes }) }));
  const values = folds.flatMap(({ value }) => value ?? []);
  return { over: values.length === 0 ? null : meanInterval(values), folds };
}
