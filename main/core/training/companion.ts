import type { TrainingSession } from './ports.ts';

/** What a companion wants to find again after a kill. */
export interface KeptCompanion {
  /** Anything JSON can hold. */
  readonly facts: unknown;
  /** Weights that it has set aside, by name; null while there are none. */
  readonly weights: ReadonlyMap<string, Float32Array> | null;
}

/**
 * Goes along with a training between its updates: it may measure the session, set weights aside and
 * end the training early. It must do the same at the same step, so that what is resumed ends alike.
 */
export interface TrainingCompanion {
  /** Before the first update, or where a training goes on: with what was kept then. */
  begin(session: TrainingSession, kept: KeptCompanion | null, stepCount: number): Promise<void>;
  /** After each update; true ends the training. What it throws ends it as well, and loses it. */
  follow(
    session: TrainingSession,
    report: { readonly step: number; readonly stepCount: number; readonly loss: number },
  ): Promise<boolean>;
  /** What shall be kept beside the state of the training. */
  keep(): KeptCompanion;
}
