import type { Failure } from '#contract/failure.ts';
import type { InsightProgress } from '#core/api/services/insight-service.ts';
import type {
  ScreeningOrder,
  ScreeningWorkProgress,
} from '#core/api/services/screening-work-service.ts';
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

/** A workspace, as a process apart opens it. */
export interface OpenedApart {
  readonly workspaceFolder: string;
  readonly rawKey: Uint8Array;
}

interface ApartOrder extends OpenedApart {
  /** For whom it is done. */
  readonly personId: string | null;
}

/** Goes on with a kept insight. */
export interface ExplainCommand extends ApartOrder {
  readonly kind: 'explain';
  readonly insightId: number;
}

/** Lets a release look at the notes of a collection. */
export interface ScreenCommand extends ApartOrder, ScreeningOrder {
  readonly kind: 'screen';
}

/** To a process of the same file, which does this one work and ends. */
export type ApartCommand = ExplainCommand | ScreenCommand;

/** What a work of a kind tells of how far it is. */
export interface ApartProgress {
  readonly explain: InsightProgress;
  readonly screen: ScreeningWorkProgress;
}

export interface StopWorking {
  readonly kind: 'stop';
}

/** How a work of a process apart ended. */
export interface ApartEnd {
  readonly state: 'done' | 'stopped' | 'failed';
  readonly failure: Failure | null;
}

export type ApartReport<Progress> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | ({ readonly kind: 'ended' } & ApartEnd);
