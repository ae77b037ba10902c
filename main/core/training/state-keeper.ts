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

/**
 * Keeps the state of a training where the next process finds it, so that a stop, a crash or a power
 * cut costs minutes of a training that takes days.
 */
export interface StateKeeper {
  /**
   * Puts a session into the state that was kept last and says where that was; null where there is
   * none to go on from: then the session is as it was.
   */
  restore(session: TrainingSession): Promise<TrainingPosition | null>;
  /** Whether it is time to keep the state again. */
  isDue(): boolean;
  /** Keeps the state in place of the one before. What hinders that does not end the training. */
  keep(session: TrainingSession, position: TrainingPosition): Promise<void>;
}
