import { fork } from 'node:child_process';
import type { StudyEvent } from '#core/study/events.ts';
import { trainerSource } from './trainer-entry.ts';
import type {
  StartCommand,
  TrainerCommand,
  TrainerOutcome,
  TrainerReport,
} from './trainer-protocol.ts';

export interface TrainerProcess {
  /** Asks for a clean end: the running step is finished, the rest waits for a resume. */
  stop(): void;
  /** Ends the process at once, as a crash would. */
  kill(): void;
  readonly ended: Promise<TrainerOutcome>;
}

/**
 * Starts a study in a process of its own, so that no window or terminal waits for a computation
 * and a crash of native code takes nothing else with it.
 */
export function launchTrainer(
  start: Omit<StartCommand, 'type'>,
  onEvent: (event: StudyEvent) => void,
  entry = trainerSource,
): TrainerProcess {
  const child = fork(entry, [], {
    serialization: 'advanced',
    // Signals of the terminal go to the host alone, which then asks for a clean end.
    detached: true,
    execArgv: [],
  });
  const send = (command: TrainerCommand) => {
    if (child.connected) child.send(command);
  };
  const ended = new Promise<TrainerOutcome>((resolve) => {
    let outcome: TrainerOutcome | null = null;
    child.on('message', (report: TrainerReport) => {
      if (report.type === 'event') onEvent(report.event);
      else if (report.type === 'ended') outcome = report.outcome;
    });
    child.on('exit', (code, signal) => {
      resolve(outcome ?? crashed(code, signal));
    });
  });
  send({ type: 'start', ...start });
  return {
    ended,
    stop: () => {
      send({ type: 'stop' });
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

function crashed(code: number | null, signal: string | null): TrainerOutcome {
  return {
    state: 'failed',
    code: 'trainer.crashed',
    details: {
      expected: 'the trainer process to end by itself',
      found: signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`,
      remedy:
        'Run the study again: it goes on where it was, or some minutes before. If this repeats, the machine may lack memory.',
    },
  };
}
