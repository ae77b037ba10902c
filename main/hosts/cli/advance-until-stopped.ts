import type { Advance } from '#core/base/advance.ts';
import { RunStopped } from '#core/study/effects/run-stopped.ts';
import { tellAdvance } from '#core/study/effects/tell-advance.ts';
import { systemClock } from '#hosts/composition/system-clock.ts';
import type { Output } from './output.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** Tells on the terminal how far a work is, and ends it once `signal` is aborted. */
export function advanceOnTerminal(output: Output, signal: AbortSignal): Advance {
  return tellAdvance({
    clock: systemClock,
    emit: (event) => {
      output.event(event);
    },
    shouldStop: () => signal.aborted,
  });
}

/** Whether `work` came to its end; false where it was stopped. */
export async function isCompleted(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof RunStopped) return false;
    throw error;
  }
}

/** A work that tells how far it is until it ends or a signal stops it; says whether it came to its end. */
export function advanceUntilStopped(
  output: Output,
  work: (advance: Advance) => Promise<void>,
): Promise<boolean> {
  return isCompleted(() => stopOnSignals((signal) => work(advanceOnTerminal(output, signal))));
}
