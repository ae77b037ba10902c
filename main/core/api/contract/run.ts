import { z } from 'zod';
import type { EngineSource, RunKind, RunState } from '#core/domain/run.ts';

export type { RunKind };

const runStates = {
  queued: 'queued',
  running: 'running',
  stopping: 'stopping',
  stopped: 'stopped',
  failed: 'failed',
  finished: 'finished',
} as const satisfies { readonly [State in RunState]: State };

const runKinds = {
  vocabulary: 'vocabulary',
  pretraining: 'pretraining',
  perplexity: 'perplexity',
  baseline: 'baseline',
  'fine-tuning': 'fine-tuning',
  final: 'final',
  transfer: 'transfer',
  'zero-shot': 'zero-shot',
  'few-shot': 'few-shot',
} as const satisfies { readonly [Kind in RunKind]: Kind };

const engineSources = {
  measurement: 'measurement',
  plan: 'plan',
  command: 'command',
} as const satisfies { readonly [Source in EngineSource]: Source };

export const runStateSchema = z.enum(runStates);

/** With what no trainer would say of itself: killed at this, so that a resume goes on with it, or left out. */
export const shownStateSchema = z.enum({
  ...runStates,
  interrupted: 'interrupted',
  'left-out': 'left-out',
});

/** How far a run is; the latest of them is part of the run, each new one is an event. */
export const progressSchema = z.strictObject({
  runId: z.string(),
  atMs: z.number(),
  step: z.int(),
  stepCount: z.int(),
  loss: z.number().nullable(),
  tokensPerSecond: z.number().nullable(),
  /** Measured last on text that it does not learn from; null where there is none. */
  heldOut: z.strictObject({ step: z.int(), loss: z.number() }).nullable(),
  /** Until this run ends; null while nothing can be said honestly. */
  estimatedTimeLeftMs: z.number().nullable(),
});

export const runSchema = z.strictObject({
  id: z.string(),
  /** From the plan, for example "fine-tune/cantemist/adapted/fold-3". */
  key: z.string(),
  kind: z.enum(runKinds),
  state: shownStateSchema,
  model: z.string().nullable(),
  task: z.string().nullable(),
  /** 0-based. */
  fold: z.int().nullable(),
  engine: z.string().nullable(),
  /** Who chose the engine. */
  engineSource: z.enum(engineSources).nullable(),
  startedAtMs: z.number().nullable(),
  finishedAtMs: z.number().nullable(),
  /** Without the pauses between a stop and going on; null before it has ended. */
  tookMs: z.number().nullable(),
  errorCode: z.string().nullable(),
  /** Says expected, found and remedy in one line; holds no text of notes. */
  errorMessage: z.string().nullable(),
  progress: progressSchema.nullable(),
  /** A person brought it before those of the plan's order. */
  isForward: z.boolean(),
});

const lossPoints = z.array(z.strictObject({ step: z.int(), loss: z.number() })).readonly();

/** Losses of a run, ordered by step. */
export const lossCurveSchema = z.strictObject({
  /** Of its updates, thinned to at most 400 for drawing. */
  training: lossPoints,
  /** Per masked token of text that it does not learn from; e to this power is its perplexity. */
  heldOut: lossPoints,
});
/** What a person may decide about a run. */
export const runDecisionSchema = z.enum(['first', 'leave-out', 'put-back', 'retry']);

export type ShownState = z.infer<typeof shownStateSchema>;
export type RunDecision = z.infer<typeof runDecisionSchema>;
export type RunView = z.infer<typeof runSchema>;
export type ProgressView = z.infer<typeof progressSchema>;
export type LossPoints = z.infer<typeof lossPoints>;
export type LossCurve = z.infer<typeof lossCurveSchema>;
