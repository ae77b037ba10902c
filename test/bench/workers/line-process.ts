import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

import type { Job, Opened, PeakAnswer, RunAnswer, RunRequest } from '../jobs.ts';

export interface ProcessCommand {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A process that answers each line of JSON with one line of JSON. */
export interface LineProcess {
  ask(message: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts a process; what it prints on its error stream is shown, its end is an error until `close`. */
export function startLineProcess(command: ProcessCommand): LineProcess {
  const child = spawn(command.program, command.arguments, {
    env: { ...process.env, ...command.environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  let failure: Error | null = null;
  child.once('error', (cause) => {
    failure = cause;
  });
  child.stdin.on('error', (cause) => {
    failure ??= cause;
  });
  return {
    ask: async (message) => {
      child.stdin.write(`${JSON.stringify(message)}\n`);
      let answer = await lines.next();
      // The Rust trainer prints empty lines where it would draw its progress.
      while (answer.done !== true && answer.value === '') answer = await lines.next();
      if (answer.done === true) {
        await ended;
        const how = failure?.message ?? `code ${child.exitCode}, signal ${child.signalCode}`;
        throw new Error(`${command.program} ended before it answered (${how})`);
      }
      return JSON.parse(answer.value) as unknown;
    },
    close: () => {
      child.stdin.end();
      return ended;
    },
  };
}

/** A process that has taken a job. */
export interface Worker {
  readonly opened: Opened;
  run(request: Omit<RunRequest, 'do'>): Promise<RunAnswer>;
  /** Most memory the process ever had, in bytes. */
  peak(): Promise<number | null>;
  close(): Promise<void>;
}

export async function openWorker(command: ProcessCommand, job: Job): Promise<Worker> {
  const lines = startLineProcess(command);
  const opened = (await lines.ask(job)) as Opened;
  return {
    opened,
    run: async (request) => (await lines.ask({ do: 'run', ...request })) as RunAnswer,
    peak: async () => ((await lines.ask({ do: 'peak' })) as PeakAnswer).peakBytes,
    close: () => lines.close(),
  };
}
