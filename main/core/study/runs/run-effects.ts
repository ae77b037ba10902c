import type { LoopEffects } from '#core/training/loop.ts';
import type { Runtime } from '#core/training/ports.ts';

/** What a run may use of the world, and how it tells how far it is. */
export interface RunEffects extends LoopEffects {
  readonly runtime: Runtime;
}

/** Thrown inside a run when a stop was asked for; the run stays unfinished and can be resumed. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}
