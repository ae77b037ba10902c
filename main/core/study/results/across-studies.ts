import type { Unlike, Unpaired } from '#core/domain/across-studies.ts';
import type { TaskKind, MetricName } from '#core/evaluation/metrics/metric-names.ts';
import type { ModelComparison } from '#core/evaluation/statistics/compare-models.ts';
import type { PairedPredictionComparison } from '#core/evaluation/statistics/compare-paired-predictions.ts';
import type { MeanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import type { SetVersion } from '../data/readings.ts';

/** Of a model the primary metric of the task, fold by fold. */
export interface ModelAcross {
  readonly model: string;
  readonly isBaseline: boolean;
  /** In the order of folds, those that have finished. */
  readonly folds: readonly { readonly fold: number; readonly value: number }[];
  readonly mean: MeanInterval;
}

/** The model of this study beside one of another. */
export interface AcrossComparison {
  /** Of the other study. */
  readonly against: string;
  /** Fold by fold; null where folds are not the same. */
  readonly byFold: ModelComparison | null;
  /** Note by note, where folds are not the same but every note was tested once in both. */
  readonly byNote: PairedPredictionComparison | null;
}

/** A task of another study over the same data. */
export interface AlikeTask {
  readonly studyId: string;
  readonly task: string;
  readonly foldCount: number;
  readonly models: readonly ModelAcross[];
  /** Null where folds are the same. */
  readonly unpairedBecause: Unpaired | null;
  readonly comparisons: readonly AcrossComparison[];
}

/** A task of another study that one may take for the same, and why it is not. */
export interface UnlikeTask {
  readonly studyId: string;
  readonly task: string;
  readonly reason: Unlike;
  /** The version of a set that it was read from; null for files, or before it was read. */
  readonly set: SetVersion | null;
}

/** A task of a study beside the same task of all other studies of the workspace. */
export interface AcrossStudies {
  readonly kind: TaskKind;
  readonly metric: MetricName;
  /** The version of a set that it was read from; null for files. */
  readonly set: SetVersion | null;
  readonly foldCount: number;
  /** Of this study. */
  readonly models: readonly ModelAcross[];
  /** Which of them is compared; null without a finished fold. */
  readonly compared: string | null;
  readonly alike: readonly AlikeTask[];
  readonly unlike: readonly UnlikeTask[];
}
