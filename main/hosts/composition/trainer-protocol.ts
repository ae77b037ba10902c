import type { ErrorCode } from '#core/base/error-codes.ts';
import type { ErrorDetails } from '#core/base/error.ts';
import type { CalibrationShape, EngineOutcome } from '#core/domain/calibration.ts';
import type { StudyEvent } from '#core/study/effects/events.ts';
import type { Precision } from '#core/training/precision.ts';

/**
 * What a host and its trainer process say to each other over Node's channel between processes,
 * which exists in memory only. The key travels here and nowhere else: not as an argument, not in
 * the environment, not in a file.
 */
export type TrainerCommand =
  | {
      readonly type: 'start';
      readonly workspaceFolder: string;
      readonly rawKey: Uint8Array;
      readonly studyId: string;
      /** The engine that the user named for this time; null leaves the choice to the plan. */
      readonly engine: string | null;
      /** Likewise. */
      readonly precision: Precision | null;
    }
  | { readonly type: 'measure'; readonly engine: string; readonly shape: CalibrationShape }
  | { readonly type: 'stop' };

export type StartCommand = Extract<TrainerCommand, { type: 'start' }>;
export type MeasureCommand = Extract<TrainerCommand, { type: 'measure' }>;

export type TrainerOutcome =
  | { readonly state: 'finished' | 'stopped' }
  | { readonly state: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails };

export type TrainerReport =
  | { readonly type: 'event'; readonly event: StudyEvent }
  | { readonly type: 'ended'; readonly outcome: TrainerOutcome }
  | { readonly type: 'measured'; readonly outcome: EngineOutcome }
  /** The last of all: once it is out, so is what was said before it. */
  | { readonly type: 'leaving' };
