import type { FoldPredictions } from '#core/domain/predictions.ts';
import type { RunSummaries } from '#core/domain/run-summaries.ts';
import type { Metric } from '#core/domain/run.ts';

/** What a run gives beside its state. */
export interface RunResult {
  readonly metrics: readonly Metric[];
  readonly summary: RunSummaries[keyof RunSummaries];
  /** Of a fold. */
  readonly predictions?: FoldPredictions | undefined;
}
