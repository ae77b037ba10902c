import { fork } from 'node:child_process';
import type { EngineOutcome, EngineUnusable } from '#core/domain/calibration.ts';
import { describeEnd } from './launch-trainer.ts';
import type { MeasureEngine } from '#core/engines/measure-engines.ts';
import type { MeasureCommand, TrainerReport } from './trainer-protocol.ts';

/** Some seconds are usual; what needs longer for seven steps is not worth choosing. */
const usualLimitMs = 120_000;

/**
 * Measures engines, each in a process of its own: the host stays responsive, and an engine that
 * crashes or comes to no end takes nothing with it.
 */
export function measureApart(entry: string, limitMs = usualLimitMs): MeasureEngine {
  return (engine, shape, signal) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const child = fork(entry, [], {
        serialization: 'advanced',
        detached: true,
        execArgv: [],
        // Native libraries greet on both; what counts comes over the channel.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const end = () => {
        child.kill('SIGKILL');
      };
      let outcome: EngineOutcome | null = null;
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        end();
      }, limitMs);
      signal.addEventListener('abort', end);
      const settle = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
      };
      child.on('message', (report: TrainerReport) => {
        if (report.type !== 'measured') return;
        outcome = report.outcome;
        // Nothing more is expected of it, and the next engine wants the machine for itself.
        end();
      });
      child.on('error', (error) => {
        settle();
        resolve(failed(`its process did not start: ${error.name}`));
      });
      // Not "exit", after which the channel may still hold the outcome.
      child.on('close', (code, endedBy) => {
        settle();
        if (outcome !== null) resolve(outcome);
        else if (signal.aborted) reject(signal.reason as Error);
        else if (isLate) resolve(failed(`no result within ${limitMs / 1000} s`));
        else resolve(failed(`its process ended with ${describeEnd(code, endedBy)}`));
      });
      // One that did not start or ended at once hears nothing; the events above tell of it.
      child.send({ type: 'measure', engine, shape } satisfies MeasureCommand, () => undefined);
    });
}

function failed(reason: string): EngineUnusable {
  return {
    state: 'failed',
    reason,
    remedy: 'Use another engine, or measure again when the machine has less to do and more memory.',
  };
}
