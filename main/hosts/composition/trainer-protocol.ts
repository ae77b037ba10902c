import type { ErrorCode } from '#core/base/error-codes.ts';
import type { ErrorDetails } from '#core/base/error.ts';
import type { CalibrationShape, EngineRound, EngineUnusable } from '#core/domain/calibration.ts';
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
      /** For whom it is done, for the audit log; null for the program itself. */
      readonly personId: string | null;
      /** The engine that the user named for this time; null leaves the choice to the plan. */
      readonly engine: string | null;
      /** Likewise. */
      readonly precision: Precision | null;
      /** Where folds are computed by workers, and how many at once; left out for here, one by one. */
      readonly workers?: { readonly folder: string; readonly slots: number } | undefined;
    }
  /** A fold, from a folder that holds its key too. */
  | { readonly type: 'work'; readonly bundleFolder: string }
  | { readonly type: 'measure'; readonly engine: string; readonly shape: CalibrationShape }
  /** To a process that has told "measuring", and not before it has answered the last. */
  | { readonly type: 'measure-round' }
  | { readonly type: 'stop' };

export type StartCommand = Extract<TrainerCommand, { type: 'start' }>;
export type MeasureCommand = Extract<TrainerCommand, { type: 'measure' }>;

export type TrainerOutcome =
  | { readonly state: 'finished' | 'stopped' }
  | { readonly state: 'failed'; readonly code: ErrorCode; readonly details: ErrorDetails };

export type TrainerReport =
  | { readonly type: 'event'; readonly event: StudyEvent }
  | { readonly type: 'ended'; readonly outcome: TrainerOutcome }
  /** The engine was found and has done its first steps. */
  | { readonly type: 'measuring'; readonly detail: string }
  | { readonly type: 'round'; readonly round: EngineRound }
  | { readonly type: 'unusable'; readonly outcome: EngineUnusable }
  /** The last of all: once it is out, so is what was said before it. */
  | { readonly type: 'leaving' };
