import type { RunProgress, RunState } from '#core/domain/run.ts';
import type { Told } from '#core/base/phrase.ts';

/** What a running study tells, in order. Never holds text of a note. */
export type StudyEvent =
  | { readonly type: 'study-state'; readonly state: RunState }
  | {
      readonly type: 'run-state';
      readonly runId: string;
      readonly key: string;
      readonly state: RunState;
    }
  | {
      readonly type: 'run-progress';
      readonly key: string;
      readonly progress: RunProgress;
      /** Until the run and the whole study end; null while nothing is known. */
      readonly runTimeLeftMs: number | null;
      readonly studyTimeLeftMs: number | null;
    }
  /** How far a work is that is no training; told of those that take longer than a second. */
  | {
      readonly type: 'preparation';
      readonly what: string;
      /** 0 to 1; null where nobody knows how much there is. */
      readonly fraction: number | null;
      readonly timeLeftMs: number | null;
    }
  | {
      readonly type: 'message';
      readonly level: 'info' | 'warning';
      readonly atMs: number;
      readonly text: Told;
    };
