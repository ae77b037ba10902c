import { fork } from 'node:child_process';
import type { StudyEvent } from '#core/study/effects/events.ts';
import { say } from '#core/wording/say.ts';
import { trainerSource } from './trainer-entry.ts';
import type {
  StartCommand,
  TrainerCommand,
  TrainerOutcome,
  TrainerReport,
} from './trainer-protocol.ts';
import type { Told } from '#core/base/phrase.ts';

export interface TrainerProcess {
  /** Asks for a clean end: the running step is finished, the rest waits for a resume. */
  stop(): void;
  /** Ends the process at once, as a crash would. */
  kill(): void;
  readonly ended: Promise<TrainerOutcome>;
}

/**
 * V8 collects early what reading leaves behind: by its own choice it lets some hundred MB of it lie
 * before it looks, several times the files that are read. What training holds lies outside its heap.
 */
export const trainerFlags: readonly string[] = [
  '--initial-old-space-size=48',
  '--max-semi-space-size=8',
];

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
    execArgv: [...trainerFlags],
  });
  const send = (command: TrainerCommand) => {
    // One that ended a moment ago does not hear this; how it ended is told by "close".
    if (child.connected) child.send(command, () => undefined);
  };
  const ended = new Promise<TrainerOutcome>((resolve) => {
    let outcome: TrainerOutcome | null = null;
    child.on('message', (report: TrainerReport) => {
      if (report.type === 'event') onEvent(report.event);
      else if (report.type === 'ended') outcome = report.outcome;
    });
    child.on('error', (error) => {
      resolve(outcome ?? crashed(say('window', 'didNotStart', error.name)));
    });
    // Not "exit", after which the channel may still hold what the trainer said before.
    child.on('close', (code, signal) => {
      resolve(outcome ?? crashed(describeEnd(code, signal)));
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

/** How a process ended, for a person. */
export function describeEnd(code: number | null, signal: string | null): string {
  return signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`;
}

function crashed(found: Told): TrainerOutcome {
  return {
    state: 'failed',
    code: 'trainer.crashed',
    details: {
      expected: say('window', 'trainerToEnd'),
      found,
      remedy: say('window', 'runStudyAgain'),
    },
  };
}
