import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';

/** What a work on many documents needs of the program around it. */
export interface WorkEffects {
  readonly nowMs: () => number;
  readonly signal?: AbortSignal | undefined;
  /** Hears, some times a second, how many of all documents are done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A process is never kept busy for longer without a moment for others. */
const stretchMs = 30;

/**
 * Tells how far a work is and lets others work; to be called often.
 * @throws collection.stopped
 */
export function createPause({ nowMs, signal, onProgress }: WorkEffects) {
  let restedAtMs = nowMs();
  return async (done: number, total: number): Promise<void> => {
    if (nowMs() - restedAtMs >= stretchMs) {
      onProgress?.(done, total);
      await new Promise((resolve) => setImmediate(resolve));
      restedAtMs = nowMs();
    }
    if (signal?.aborted !== true) return;
    throw new AnamnesisError('collection.stopped', {
      expected: say('leaving', 'toGoOn'),
      found: say('leaving', 'stopRequest'),
      remedy: say('leaving', 'beginAgain'),
    });
  };
}
