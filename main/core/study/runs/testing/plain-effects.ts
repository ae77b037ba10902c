import { setImmediate } from 'node:timers/promises';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { EncodedStates } from '../encoded-states.ts';
import type { RunEffects } from '../run-effects.ts';

/** The real engine on one thread, and nobody who is told anything. */
export function plainEffects(changes: Partial<RunEffects> = {}): RunEffects {
  return {
    runtime: createOnnxCpuRuntime({ threads: 1 }),
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
