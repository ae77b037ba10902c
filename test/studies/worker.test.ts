import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBundle, openBundle } from '#core/bundle/bundle.ts';
import type { SealedContent } from '#core/bundle/sealed-file.ts';
import { packFold } from '#core/study/apart/fold-input.ts';
import { unpackOutcome } from '#core/study/apart/fold-output.ts';
import type { FineTuned } from '#core/study/runs/fine-tune.ts';
import { runCommand } from './command-line.ts';
import { computeHere, makeFold } from './worker-fold.ts';

const timeout = 120_000;
const fold = makeFold();
let shared: string;
let input: SealedContent;
let expected: FineTuned;

beforeAll(async () => {
  shared = mkdtempSync(join(tmpdir(), 'anamnesis-worker-'));
  input = packFold(fold);
  expected = await computeHere(fold);
}, timeout);
afterAll(() => {
  rmSync(shared, { recursive: true });
});

async function makeBundle(name: string): Promise<string> {
  return (await createBundle(join(shared, name), input)).folder;
}

/** All that counts of a result, times left out. */
function plain({ outcome, kept }: FineTuned) {
  const { training, ...rest } = outcome;
  const weights = [...(kept?.model.weights ?? [])]
    .map(([name, values]) => [name, Buffer.from(new Float32Array(values).buffer).toString('hex')])
    .toSorted(([one], [other]) => one.localeCompare(other));
  const { head, labels, reading } = kept ?? {};
  const { elapsedMs: _, ...counts } = training;
  return JSON.stringify({ ...rest, counts, weights, head, labels, reading });
}

async function resultOf(folder: string): Promise<string> {
  const message = await openBundle(folder).read('result');
  if (message === null) throw new Error('the worker left no result');
  return plain(unpackOutcome(message, fold));
}

const cli = fileURLToPath(new URL('../../main/hosts/cli/main.ts', import.meta.url));

/** Starts a worker and ends it by a signal once it has told of so many updates' worth of work. */
function workUntil(folder: string, signal: NodeJS.Signals, hears: RegExp) {
  const worker = spawn(process.execPath, [cli, 'worker', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let isTold = false;
  worker.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (isTold || !hears.test(said)) return;
    isTold = true;
    worker.kill(signal);
  });
  return new Promise<{ said: string; code: number | null; signal: NodeJS.Signals | null }>(
    (resolve) => {
      worker.on('close', (code, signal) => {
        resolve({ said, code, signal });
      });
    },
  );
}

describe('A worker', () => {
  test(
    'stopped, killed and started again comes to the bytes of an unbroken training',
    async () => {
      const folder = await makeBundle('broken-off');
      const stopped = await workUntil(folder, 'SIGTERM', /update \d+ of/);
      expect(stopped).toMatchObject({ code: 6, signal: null });
      expect(existsSync(join(folder, 'state.sealed'))).toBe(true);
      const killed = await workUntil(folder, 'SIGKILL', /goes on after update \d+/);
      expect(killed.signal).toBe('SIGKILL');
      expect(existsSync(join(folder, 'result.sealed'))).toBe(false);
      const last = await runCommand(['worker', folder]);
      expect(last).toMatchObject({ exitCode: 0 });
      expect(last.stderr).toMatch(/goes on after update [1-9]/);
      expect(await resultOf(folder)).toBe(plain(expected));
    },
    timeout,
  );

  test(
    'needs neither a workspace nor SQLite, and two of them leave one result',
    async () => {
      const folder = await makeBundle('twice');
      const refusing = join(shared, 'refuse-sqlite.mjs');
      writeFileSync(
        refusing,
        `import { registerHooks } from 'node:module';
      registerHooks({ resolve: (name, context, next) => {
        if (name.includes('sqlite')) throw new Error('SQLite was asked for');
        return next(name, context);
      } });`,
      );
      const work = () =>
        new Promise<number | null>((resolve) => {
          spawn(process.execPath, ['--import', refusing, cli, 'worker', folder], {
            stdio: 'ignore',
          }).on('close', resolve);
        });
      expect(await Promise.all([work(), work()])).toEqual([0, 0]);
      expect(await resultOf(folder)).toBe(plain(expected));
      expect(readdirSync(folder).toSorted()).toEqual([
        'bundle.json',
        'input.sealed',
        'result.sealed',
      ]);
    },
    timeout,
  );

  test('leaves nothing that can be read: neither text, nor a label, nor the key', async () => {
    const folder = await makeBundle('sealed');
    const key = readFileSync(`${folder}.key`, 'utf8').trim();
    expect(statSync(`${folder}.key`).mode & 0o777).toBe(0o600);
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    const { task } = fold;
    const text = task.kind === 'classification' ? task.notes[3].text : '';
    for (const secret of [text.slice(0, 20), 'patient-3', 'screen', key]) {
      expect(bytes.filter((file) => file.includes(secret))).toEqual([]);
    }
  });

  test('says what it lacks, and ends with the code for it', async () => {
    const { exitCode, stderr } = await runCommand(['worker', join(shared, 'nothing')]);
    expect(stderr).toContain('bundle.unreachable');
    expect(exitCode).toBe(3);
  });
});
