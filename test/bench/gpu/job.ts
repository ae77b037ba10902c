import type { EncoderConfiguration } from '#core/model/configuration.ts';

import type { JsonBatch } from '../jobs.ts';

/** What both sides are asked to do: pre-training steps of one model on one batch. */
export interface GpuJob {
  readonly encoder: EncoderConfiguration;
  readonly head: { readonly kind: 'masked-language-model' };
  readonly dropoutRate: number;
  readonly batch: JsonBatch;
  /** Steps that count, after those of `warmUpSteps`. */
  readonly steps: number;
  readonly warmUpSteps: number;
  /** Where PyTorch computes: cuda, or cpu to try the script out. */
  readonly device: string;
  /** Side of the square matrices with which the card's limit is measured. */
  readonly limitSize: number;
}

/** One way of computing the step. Times are medians in milliseconds. */
export interface StepTimes {
  readonly name: string;
  /** Forward and backward. */
  readonly computeMs: number;
  readonly updateMs: number;
  /** Floating-point operations of a step's matrix products. */
  readonly operations: number;
  /** The largest rate of a square product in the same arithmetic, in operations per second. */
  readonly limit: number;
  /** Of the first step without dropout: the same on all sides but for rounding. */
  readonly firstLoss: number;
}

export interface SideReport {
  readonly versions: Readonly<Record<string, string>>;
  readonly steps: readonly StepTimes[];
  /** Where the time goes: median milliseconds by part of a step. */
  readonly parts: Readonly<Record<string, number>>;
}
