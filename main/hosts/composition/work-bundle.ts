import { setImmediate } from 'node:timers/promises';
import { openBundle } from '#core/bundle/bundle.ts';
import { executeBundle, type WorkerEffects } from '#core/study/apart/execute-bundle.ts';
import { tellAdvance } from '#core/study/effects/tell-advance.ts';
import { openEngine } from './engines.ts';
import { systemClock } from './system-clock.ts';

/**
 * Does the work of a bundle on this machine. Returns false when it was stopped: its state is kept.
 * @throws bundle.*, runtime.unavailable, and what the training throws
 */
export function workOnBundle(
  folder: string,
  { stop, say, onStep }: Pick<WorkerEffects, 'say' | 'onStep'> & { readonly stop: AbortSignal },
): Promise<boolean> {
  const shouldStop = () => stop.aborted;
  return executeBundle(openBundle(folder), {
    clock: systemClock,
    openEngine,
    giveWay: setImmediate,
    advance: tellAdvance({ clock: systemClock, emit: () => undefined, shouldStop }),
    ...{ shouldStop, say, onStep },
  });
}
