import type { StudyEvent } from '#core/study/effects/events.ts';
import { say } from '#core/wording/say.ts';
import { forkApart } from './fork-apart.ts';
import { program } from './program-location.ts';
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

/** Starts a study in a process of its own. */
export function launchTrainer(
  start: Omit<StartCommand, 'type'>,
  onEvent: (event: StudyEvent) => void,
  entry = program.entries.trainer,
): TrainerProcess {
  const { send, kill, ended } = forkApart<TrainerCommand, TrainerReport, TrainerOutcome>({
    entry,
    flags: trainerFlags,
    onReport: (report) => {
      if (report.type === 'event') onEvent(report.event);
      return report.type === 'ended' ? report.outcome : null;
    },
    crashed,
  });
  send({ type: 'start', ...start });
  return {
    ended,
    kill,
    stop: () => {
      send({ type: 'stop' });
    },
  };
}

export function crashed(found: Told): TrainerOutcome {
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
