import type { Failure } from '#contract/failure.ts';
import type { InsightEnd, InsightProgress } from '#core/api/services/insight-service.ts';
import type { Prediction } from '#core/prediction/prediction.ts';

/**
 * What a host asks of its predictor process, one at a time. The key of the workspace travels here
 * and nowhere else, as it does to the trainer.
 */
export interface PredictorQuestion {
  readonly workspaceFolder: string;
  readonly rawKey: Uint8Array;
  readonly modelId: string;
  readonly text: string;
}

export type PredictorAnswer =
  | { readonly ok: true; readonly prediction: Prediction }
  | { readonly ok: false; readonly failure: Failure };

/** To a process of the same file, which does this one work and ends. */
export interface ExplainCommand {
  readonly kind: 'explain';
  readonly workspaceFolder: string;
  readonly rawKey: Uint8Array;
  /** For whom it is done. */
  readonly personId: string | null;
  readonly insightId: number;
}

export interface StopExplaining {
  readonly kind: 'stop';
}

export type ExplainReport =
  ({ readonly kind: 'progress' } & InsightProgress) | ({ readonly kind: 'ended' } & InsightEnd);
