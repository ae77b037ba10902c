import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import type { FigureOverFolds } from '#core/evaluation/figures/figures-over-folds.ts';
import type { Interval } from '#core/evaluation/intervals/interval.ts';
import type { PairedPredictionComparison } from '#core/evaluation/statistics/compare-paired-predictions.ts';
import type { Figure } from '#core/evaluation/figures/figure.ts';

/** All that needs the scores of single examples: made once a study has ended, and kept. */
export interface TaskJudgement {
  readonly task: string;
  /** How the intervals over patients were made; null where no model has a finished fold. */
  readonly bootstrap: {
    readonly resamples: number;
    readonly method: 'bca' | 'percentile';
    /** Patients, documents and what stands alone. */
    readonly groups: number;
    /** Over which the models are compared: those that all of them have finished. */
    readonly folds: readonly number[];
  } | null;
  readonly models: readonly ModelJudgement[];
  /** The comparisons of the plan. */
  readonly pairs: readonly PairJudgement[];
}

export interface ModelJudgement {
  readonly model: string;
  /** Pooled ones carry the interval over patients in front, where there is one. */
  readonly figures: readonly FigureOverFolds[];
  /** Null for entities, and of three or more classes where the plan names none to look for. */
  readonly rule: ScreeningRule | null;
}

export interface PairJudgement {
  readonly modelA: string;
  readonly modelB: string;
  /** Of examples both have judged: right is the class, all labels and no other, or all entities of a sentence and no other. */
  readonly paired: PairedPredictionComparison | null;
  /** Holm’s, of the exact p, over the comparisons of the plan; null until all tasks are known. */
  readonly pairedPHolm: number | null;
  /** A minus B of figures that both have, with an interval over patients drawn for both at once. */
  readonly differences: readonly FigureGap[];
}

export interface FigureGap extends Pick<Figure, 'name' | 'averaging' | 'mode' | 'label'> {
  readonly a: number | null;
  readonly b: number | null;
  readonly difference: number | null;
  readonly interval: Interval | null;
}
