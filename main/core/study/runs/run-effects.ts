import type { Clock, Runtime } from '#core/training/ports.ts';
import type { StepReport } from '#core/training/loop.ts';

/** What a run may use of the world, and how it tells how far it is. */
export interface RunEffects {
  readonly runtime: Runtime;
  readonly clock: Clock;
  readonly onStep: (report: StepReport) => void;
  readonly shouldStop: () => boolean;
}

/** Thrown inside a run when a stop was asked for; the run stays unfinished and can be resumed. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}
