import { setImmediate } from 'node:timers/promises';
import type { Clock } from '#core/training/ports.ts';
import type { Advance } from '#core/base/advance.ts';
import { RunStopped } from './run-stopped.ts';
import type { StudyEvent } from './events.ts';

/** How often it is told how far a work is. */
const tellEveryMs = 1000;
/** Before so much of a work was done, its speed says little. */
const estimateAfterMs = 2000;

/** What telling needs of the world. */
export interface TellingEffects {
  readonly clock: Clock;
  readonly emit: (event: StudyEvent) => void;
  readonly shouldStop: () => boolean;
}

/** Tells of works that take longer than a second, and ends them when a stop was asked for. */
export function tellAdvance({ clock, emit, shouldStop }: TellingEffects): Advance {
  let current = '';
  let startedAtMs = 0;
  /** What was done before, as of a work that is gone on with, says nothing of the speed. */
  let startedDone = 0;
  let toldAtMs = 0;
  return async (what, done, total) => {
    await setImmediate();
    if (shouldStop()) throw new RunStopped();
    const atMs = clock.nowMs();
    if (what !== current) {
      current = what;
      startedAtMs = toldAtMs = atMs;
      startedDone = done;
    }
    if (atMs - toldAtMs < tellEveryMs) return;
    toldAtMs = atMs;
    const elapsedMs = atMs - startedAtMs;
    const doneSince = done - startedDone;
    const isEstimable = elapsedMs >= estimateAfterMs && doneSince > 0;
    emit({
      type: 'preparation',
      what,
      fraction: total > 0 ? Math.min(1, done / total) : null,
      timeLeftMs: isEstimable ? (elapsedMs / doneSince) * Math.max(0, total - done) : null,
    });
  };
}
