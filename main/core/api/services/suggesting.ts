import { AnamnesisError } from '#core/base/error.ts';
import type { WorkEffects } from '#core/collection/selection/long-work.ts';
import { say } from '#core/wording/say.ts';
import type { ApiEvent } from '../contract/events.ts';

/** Progress is told at most so often. */
const tellEveryMs = 200;

interface Place {
  readonly projectId: number;
  readonly personId: string;
}

/**
 * Looking words up in a project, for the person who asked: one at a time for each, told as events, and
 * stopped by whoever asked.
 */
export function createSuggesting(options: {
  readonly nowMs: () => number;
  readonly tell: (event: ApiEvent) => void;
}) {
  const { nowMs, tell } = options;
  const running = new Map<string, AbortController>();

  return {
    /** @throws model.task-running, collection.stopped, and what the work throws */
    async run<Result>(
      place: Place,
      by: 'terms' | 'marked',
      perform: (effects: WorkEffects) => Promise<Result>,
    ): Promise<Result> {
      if (running.has(place.personId)) throw busy();
      const controller = new AbortController();
      running.set(place.personId, controller);
      const tellShare = (share: number | null) => {
        tell({ type: 'annotation-suggesting', ...place, by, share });
      };
      let toldAtMs = nowMs();
      tellShare(0);
      try {
        return await perform({
          nowMs,
          signal: controller.signal,
          onProgress: (done, total) => {
            if (nowMs() - toldAtMs < tellEveryMs) return;
            toldAtMs = nowMs();
            tellShare(done / Math.max(1, total));
          },
        });
      } finally {
        running.delete(place.personId);
        tellShare(null);
      }
    },
    /** Of what was suggested until then nothing is taken back. */
    stop(personId: string): void {
      running.get(personId)?.abort();
    },
    /** Of all persons, before the workspace is closed. */
    stopAll(): void {
      for (const controller of running.values()) controller.abort();
    },
  };
}

function busy(): AnamnesisError {
  return new AnamnesisError('model.task-running', {
    expected: say('annotation', 'nothingLookedUp'),
    found: say('leaving', 'oneRunning'),
    remedy: say('leaving', 'waitOrStop'),
  });
}
