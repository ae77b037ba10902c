import { setImmediate } from 'node:timers/promises';
import { EncodedStates } from '../encoded-states.ts';
import type { RunEffects } from '../run-effects.ts';

/** Nobody who is told anything. */
export function plainEffects(
  changes: Partial<RunEffects> & Pick<RunEffects, 'runtime'>,
): RunEffects {
  return {
    clock: { nowMs: () => 0 },
    onStep: () => undefined,
    shouldStop: () => false,
    giveWay: setImmediate,
    stateKeeper: null,
    advance: () => Promise.resolve(),
    onHeldOut: () => undefined,
    ...changes,
  };
}

/** States that fit into memory. */
export function statesInMemory(): EncodedStates {
  return new EncodedStates(() => {
    throw new Error('there is room in memory');
  });
}
