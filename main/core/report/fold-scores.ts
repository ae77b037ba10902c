import type { FoldPredictions } from '#core/domain/predictions.ts';

/** What a model said of one test fold of a task. */
export interface FoldScores {
  readonly task: string;
  readonly model: string;
  /** 0-based; files and tables show it from 1. */
  readonly fold: number;
  readonly runId: string;
  readonly predictions: FoldPredictions;
}
