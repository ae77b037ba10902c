import type { KeptCompanion } from './companion.ts';
import type { TrainingSession } from './ports.ts';

/** Where a training stands between two optimiser steps; the rest of its state is the session's. */
export interface TrainingPosition {
  /** Finished optimiser steps. */
  readonly step: number;
  /** Finished micro-batches: dropout follows from their count. */
  readonly microStep: number;
  /** Real tokens, padding not counted. */
  readonly tokenCount: number;
  readonly elapsedMs: number;
  /** Sum and number of the losses of the epoch at hand, of those that are finite. */
  readonly lossSum: number;
  readonly lossCount: number;
}

/** What is kept beside the session's own state. */
export interface KeptTraining {
  readonly position: TrainingPosition;
  /** Null where nobody goes along. */
  readonly companion: KeptCompanion | null;
}

/**
 * Keeps the state of a training where the next process finds it, so that a stop, a crash or a power
 * cut costs minutes of a training that takes days.
 */
export interface StateKeeper {
  /**
   * Puts a session into the state that was kept last and says where that was; null where there is
   * none to go on from: then the session is as it was.
   */
  restore(session: TrainingSession): Promise<KeptTraining | null>;
  /** Whether it is time to keep the state again. */
  isDue(): boolean;
  /** Keeps the state in place of the one before. What hinders that does not end the training. */
  keep(session: TrainingSession, training: KeptTraining): Promise<void>;
}
