import type { LoopEffects } from '#core/training/loop.ts';
import type { HeldOutPoint } from '#core/training/pretraining-companion.ts';
import type { Predictor, Runtime } from '#core/training/ports.ts';
import type { Advance } from '#core/base/advance.ts';
import { RunStopped } from '../effects/run-stopped.ts';

/** What a run may use of the world, and how it tells how far it is. */
export interface RunEffects extends LoopEffects {
  readonly runtime: Runtime;
  readonly advance: Advance;
  /** Called with each measurement on held-out text, and with the last one where a training goes on. */
  readonly onHeldOut: (point: HeldOutPoint) => void;
}

/** Predicts as the session does, until a stop is asked for: then it throws {@link RunStopped}. */
export function predictUntilStopped(
  session: Predictor,
  effects: Pick<RunEffects, 'giveWay' | 'shouldStop'>,
): Predictor {
  return {
    predictionTokens: session.predictionTokens,
    predict: async (batch) => {
      await effects.giveWay();
      if (effects.shouldStop()) throw new RunStopped();
      return session.predict(batch);
    },
  };
}
