import { fork } from 'node:child_process';
import type { EngineRound, EngineUnusable } from '#core/domain/calibration.ts';
import { describeEnd } from './fork-apart.ts';
import type { StartedEngine, StartEngine } from '#core/engines/measure-engines.ts';
import { say } from '#core/wording/say.ts';
import type { TrainerCommand, TrainerReport } from './trainer-protocol.ts';

/** Some seconds are usual; what needs longer for a few steps is not worth choosing. */
const usualLimitMs = 120_000;

/**
 * Starts engines for a measurement, each in a process of its own: the host stays responsive, and an
 * engine that crashes or comes to no end within the limit takes nothing with it.
 */
export function measureApart(entry: string, limitMs = usualLimitMs): StartEngine {
  return async (engine, shape, signal) => {
    const { ask, end } = openEngineProcess(entry, { limitMs, signal });
    const begun = await ask({ type: 'measure', engine, shape });
    if (begun.type !== 'measuring') {
      end();
      return begun.type === 'unusable' ? begun.outcome : failed(outOfTurn);
    }
    const measureRound = async (): Promise<EngineRound | EngineUnusable> => {
      const report = await ask({ type: 'measure-round' });
      if (report.type === 'round') return report.round;
      return report.type === 'unusable' ? report.outcome : failed(outOfTurn);
    };
    return { detail: begun.detail, measureRound, end } satisfies StartedEngine;
  };
}

interface EngineProcess {
  /**
   * Sends a command and waits for the answer, one at a time. A process that ends or is late answers
   * "unusable". Rejects with the reason of the signal only.
   */
  readonly ask: (command: TrainerCommand) => Promise<TrainerReport>;
  readonly end: () => void;
}

function openEngineProcess(
  entry: string,
  { limitMs, signal }: { readonly limitMs: number; readonly signal: AbortSignal },
): EngineProcess {
  signal.throwIfAborted();
  const child = fork(entry, [], {
    serialization: 'advanced',
    detached: true,
    execArgv: [],
    // Native libraries greet on both; what counts comes over the channel.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let ending: string | null = null;
  let settle: ((report: TrainerReport) => void) | null = null;
  const answer = (report: TrainerReport) => {
    settle?.(report);
    settle = null;
  };
  const finish = (reason: string) => {
    ending ??= reason;
    signal.removeEventListener('abort', kill);
    answer({ type: 'unusable', outcome: failed(ending) });
  };
  const kill = () => {
    child.kill('SIGKILL');
    finish('it was ended');
  };
  signal.addEventListener('abort', kill);
  child.on('message', (report: TrainerReport) => {
    // How it leaves is told below.
    if (report.type !== 'leaving') answer(report);
  });
  child.on('error', (error) => {
    finish(`its process did not start: ${error.name}`);
  });
  // Not "exit", after which the channel may still hold an answer.
  child.on('close', (code, endedBy) => {
    finish(`its process ended with ${describeEnd(code, endedBy)}`);
  });
  return {
    ask: async (command) => {
      const answered = new Promise<TrainerReport>((resolve) => {
        settle = resolve;
      });
      // One that ended between two rounds does not hear this.
      if (ending !== null) finish(ending);
      else child.send(command, () => undefined);
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        finish(`no result within ${limitMs / 1000} s`);
      }, limitMs);
      try {
        const report = await answered;
        signal.throwIfAborted();
        return report;
      } finally {
        clearTimeout(timer);
      }
    },
    end: kill,
  };
}

const outOfTurn = 'its process answered something else';

function failed(reason: string): EngineUnusable {
  return {
    state: 'failed',
    reason,
    remedy: say('engines', 'measureAgain'),
  };
}
