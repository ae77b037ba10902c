import { fork } from 'node:child_process';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';

/** A process of ours that does one work, and says how that ended. */
export interface ForkedProcess<Command, Outcome> {
  /** One that ended a moment ago does not hear it; how it ended is told by `ended`. */
  readonly send: (command: Command) => void;
  /** Ends it at once, as a crash would. */
  readonly kill: () => void;
  readonly ended: Promise<Outcome>;
}

export interface Forking<Report, Outcome> {
  readonly entry: string;
  /** Options of Node. */
  readonly flags: readonly string[];
  /** Hears all that the process tells; what is not null is its last word. */
  readonly onReport: (report: Report) => Outcome | null;
  /** The outcome of one that ended without a last word. */
  readonly crashed: (found: Told) => Outcome;
}

/**
 * Starts a file in a process of its own, so that nobody waits for its work and a crash of native
 * code takes nothing else with it. It is spoken to over Node's channel between processes.
 */
export function forkApart<Command extends object, Report, Outcome>({
  entry,
  flags,
  onReport,
  crashed,
}: Forking<Report, Outcome>): ForkedProcess<Command, Outcome> {
  const child = fork(entry, [], {
    serialization: 'advanced',
    // Signals of the terminal go to the host alone, which then asks for a clean end.
    detached: true,
    execArgv: [...flags],
  });
  const ended = new Promise<Outcome>((resolve) => {
    let outcome: Outcome | null = null;
    child.on('message', (report: Report) => {
      outcome = onReport(report) ?? outcome;
    });
    child.on('error', (error) => {
      resolve(outcome ?? crashed(say('window', 'didNotStart', error.name)));
    });
    // Not "exit", after which the channel may still hold what the process said before.
    child.on('close', (code, signal) => {
      resolve(outcome ?? crashed(describeEnd(code, signal)));
    });
  });
  return {
    ended,
    send: (command) => {
      if (child.connected) child.send(command, () => undefined);
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
