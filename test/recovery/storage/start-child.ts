import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Done } from './shared.ts';

const script = fileURLToPath(new URL('./child.ts', import.meta.url));

export interface Child {
  /** What it said so far; grows while it runs. */
  readonly done: readonly Done[];
  /** Resolves when it begins to work; rejects with its error output when it ends before that. */
  readonly ready: Promise<void>;
  /** SIGKILL: no handler runs, no buffer is flushed. Resolves when the process is gone. */
  kill(): Promise<void>;
}

export function startChild(mode: 'work' | 'create', folder: string, seed: number): Child {
  const child = spawn(process.execPath, [script, mode, folder, String(seed)]);
  const done: Done[] = [];
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes.toString('utf8');
  });
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  const ready = new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      done.push(JSON.parse(line) as Done);
      resolve();
    });
    void gone.then(() => {
      reject(new Error(`the child ended: ${errors}`));
    });
  });
  return {
    done,
    ready,
    async kill() {
      child.kill('SIGKILL');
      await gone;
      if (errors !== '') throw new Error(errors);
    },
  };
}
