import type { Told } from '#core/base/phrase.ts';

/** The closed list of states of a run; `runTransitions` says which may follow which. */
export type RunState = 'queued' | 'running' | 'stopping' | 'stopped' | 'failed' | 'finished';

/** A stopped, failed or killed run may be queued again; a finished run never changes. */
export const runTransitions: Record<RunState, readonly RunState[]> = {
  queued: ['running', 'stopped'],
  running: ['stopping', 'stopped', 'failed', 'finished', 'queued'],
  stopping: ['stopped', 'failed', 'finished', 'queued'],
  stopped: ['queued'],
  failed: ['queued'],
  finished: [],
};

/**
 * What a run does; a final one fine-tunes on all labels, without a fold to be measured on. Of a
 * transfer: the source is learned, then tested on the target as it is, or after a few examples.
 */
export type RunKind =
  | 'vocabulary'
  | 'pretraining'
  | 'perplexity'
  | 'baseline'
  | 'fine-tuning'
  | 'final'
  | 'transfer'
  | 'zero-shot'
  | 'few-shot';

/** Who chose the engine of a run: the measurement of this machine, the plan, or the command. */
export type EngineSource = 'measurement' | 'plan' | 'command';

/** One measured value. `entityType` is null for a metric over all types or classes. */
export interface Metric {
  readonly name: string;
  readonly entityType: string | null;
  readonly value: number;
}

/** One step of a study: a vocabulary, a pre-training stage, or one fold of one model or baseline on one
 * task. */
export interface Run {
  readonly id: string;
  readonly studyId: string;
  /** Unique within the study and derived from the plan, e.g. "fine-tune/cantemist/adapted/fold-3". */
  readonly key: string;
  readonly kind: RunKind;
  readonly state: RunState;
  /** Name of the model in the plan, or of the baseline; null for a vocabulary. */
  readonly model: string | null;
  /** Name of the task in the plan, or of the transfer. */
  readonly task: string | null;
  /** 0-based; of a transfer that of the target. */
  readonly fold: number | null;
  /** SHA-256 of all that determines the result; a finished run is reused only while this is equal. */
  readonly configurationHash: string;
  readonly engine: string | null;
  readonly engineSource: EngineSource | null;
  readonly startedAtMs: number | null;
  readonly finishedAtMs: number | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

/** Mean loss per masked token of text that nothing learns from; its perplexity is e to this power. */
export interface HeldOutLoss {
  readonly step: number;
  readonly loss: number;
}

/** How far a running run is. */
export interface RunProgress {
  readonly runId: string;
  readonly atMs: number;
  readonly step: number;
  readonly stepCount: number;
  readonly loss: number | null;
  readonly tokensPerSecond: number | null;
  /** Measured last on text that it does not learn from; left out or null where there is none. */
  readonly heldOut?: HeldOutLoss | null;
}

/** Why a study failed: the code and sentences of an error, which hold no text of notes. */
export interface StudyFailure {
  readonly code: string;
  readonly expected: Told;
  readonly found: Told;
  readonly remedy: Told;
  /** A file with a line, a key of a plan; null where there is none. */
  readonly place: Told | null;
}

export interface Study {
  readonly id: string;
  readonly name: string;
  readonly planJson: string;
  readonly state: RunState;
  /** Only of a failed study. */
  readonly failure: StudyFailure | null;
  readonly createdAtMs: number;
  readonly startedAtMs: number | null;
  readonly finishedAtMs: number | null;
}
