import { isAnamnesisError } from '#core/base/error.ts';
import type { WorkEffects } from '#core/collection/selection/long-work.ts';
import type { Failure } from '../contract/failure.ts';
import { toFailure } from '../failure.ts';

/** What is told of a work, whatever it is. */
interface Work {
  readonly state: string;
  readonly share: number | null;
  readonly failure: Failure | null;
}

export interface WorkOptions<Task> {
  readonly nowMs: () => number;
  /** Hears of every change. */
  readonly onChange: (task: Task) => void;
  /** An unforeseen error; its message may hold text and must not be logged. */
  readonly onFault: (error: unknown) => void;
}

/** Progress is told at most so often. */
const tellEveryMs = 200;

/** One work at a time, of which the latest is remembered; it can be stopped. */
export function createStoppableWork<Task extends Work>(options: WorkOptions<Task>) {
  const { nowMs, onChange, onFault } = options;
  let task: Task | null = null;
  let stop: AbortController | null = null;
  const change = (changed: Task) => {
    task = changed;
    onChange(changed);
  };

  return {
    latest: () => task,
    isRunning: () => stop !== null,
    change,
    /** Begins and returns. What `perform` gives is the task at its end. */
    start(begun: Task, perform: (effects: WorkEffects) => Promise<Task>): void {
      const controller = new AbortController();
      stop = controller;
      change(begun);
      let toldAtMs = -Infinity;
      const onProgress = (done: number, total: number) => {
        if (nowMs() - toldAtMs < tellEveryMs) return;
        toldAtMs = nowMs();
        change({ ...begun, share: total === 0 ? null : done / total });
      };
      const run = async () => {
        try {
          const ended = await perform({ nowMs, signal: controller.signal, onProgress });
          stop = null;
          change(ended);
        } catch (error) {
          stop = null;
          if (isAnamnesisError(error, 'collection.stopped')) {
            change({ ...begun, state: 'stopped', share: null });
            return;
          }
          const failure = toFailure(error);
          if (failure.code === 'program.fault') onFault(error);
          change({ ...begun, state: 'failed', share: null, failure });
        }
      };
      void run();
    },
    stop(): void {
      stop?.abort();
    },
  };
}
