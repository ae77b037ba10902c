import type { EncoderConfiguration, Head } from '#core/model/configuration.ts';
import type { TargetBatch } from '#core/training/ports.ts';

/**
 * What the bench asks of a worker process, ours or PyTorch's. Both speak the same protocol: one
 * line of JSON in, one line of JSON out; the first line is the job, the others are requests.
 */

/** A batch as plain numbers; `inputIds` is row-major, `positions` are flat indices. */
export interface JsonBatch {
  readonly rows: number;
  readonly columns: number;
  readonly inputIds: readonly number[];
  readonly lengths: readonly number[];
  readonly positions: readonly number[];
  readonly labels: readonly number[];
}

/** The batch as a session takes it; the loss is the mean over its targets. */
export function toTargetBatch(batch: JsonBatch): TargetBatch {
  return {
    rows: batch.rows,
    columns: batch.columns,
    inputIds: Int32Array.from(batch.inputIds),
    lengths: Int32Array.from(batch.lengths),
    positions: Int32Array.from(batch.positions),
    labels: Int32Array.from(batch.labels),
    weights: new Float32Array(batch.labels.length).fill(1 / batch.labels.length),
  };
}

/** Batches by the name under which requests ask for them. */
export type Plans = Readonly<Record<string, readonly JsonBatch[]>>;

export interface ModelJob {
  readonly kind: 'training' | 'prediction';
  readonly encoder: EncoderConfiguration;
  readonly head: Head;
  readonly dropoutRate: number;
  readonly threads: number;
  readonly plans: Plans;
  /** For which places PyTorch also says the first batch's loss before any update. */
  readonly checkLosses: readonly HeadPlaces[];
}

/** One AdamW update after another over all parameters, without any model around it. */
export interface UpdateJob {
  readonly kind: 'update';
  readonly encoder: EncoderConfiguration;
  readonly head: Head;
  readonly threads: number;
}

/** What holds an update back, measured by itself; the names of a run's plans. */
export const updateLimits = [
  'memory, one thread',
  'memory, all threads',
  'arithmetic, one thread',
] as const;
export type UpdateLimit = (typeof updateLimits)[number];

/** The limits of an update of so many numbers. */
export interface UpdateLimitsJob {
  readonly kind: 'update-limits';
  readonly numbers: number;
  readonly threads: number;
}

/** The matrix products of one training step, run one by one. */
export interface ProductsJob {
  readonly kind: 'products';
  readonly encoder: EncoderConfiguration;
  readonly head: Head;
  readonly threads: number;
  readonly sizes: Readonly<Record<'rows' | 'columns' | 'targets', number>>;
}

export type Job = ModelJob | UpdateJob | UpdateLimitsJob | ProductsJob;

/**
 * Where PyTorch computes the head: at every position, as Hugging Face's models do, or at the
 * targets only, as ours does.
 */
export type HeadPlaces = 'every-position' | 'targets-only';

export interface RunRequest {
  readonly do: 'run';
  /** Which plan's batches, in order. */
  readonly plan: string;
  readonly repeat: number;
  readonly places: HeadPlaces;
}

export type Request = RunRequest | { readonly do: 'peak' };

/** Answer to the job. */
export interface Opened {
  readonly parameterCount: number;
  /** Loss of the first batch before any update, by `HeadPlaces`; ours leaves it empty. */
  readonly firstLosses: Readonly<Record<string, number>>;
  /** Versions of what computes. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Answer to `run`: one entry per batch. */
export interface RunAnswer {
  /** Forward and backward, or the prediction. */
  readonly computeMs: readonly number[];
  /** Clipping and AdamW; zeros for a prediction. */
  readonly updateMs: readonly number[];
  readonly losses: readonly number[];
}

/** Answer to `peak`. */
export interface PeakAnswer {
  /** The most memory the process ever had at once (VmHWM); null where the system does not tell. */
  readonly peakBytes: number | null;
}
