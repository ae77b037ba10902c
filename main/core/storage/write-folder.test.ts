import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFolder } from './write-folder.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'anamnesis-folder-'));
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

const file = { name: 'a.txt', chunks: [new TextEncoder().encode('weights')] };

/** The id of a process that is gone. */
const goneProcess = () => spawnSync(process.execPath, ['--version']).pid;

test('what a killed process left of the same folder goes; nothing else does', async () => {
  const gone = goneProcess();
  const stays = [`.out.${process.ppid}.part`, `.other.${gone}.part`, '.out.x.part'];
  for (const name of [...stays, `.out.${gone}.part`]) {
    mkdirSync(join(parent, name));
    writeFileSync(join(parent, name, 'model.safetensors'), 'weights');
  }
  await writeFolder(join(parent, 'out'), ({ write }) => write(file));
  expect(readdirSync(parent).sort()).toEqual([...stays, 'out'].sort());
});

test('a process that ends at a signal leaves nothing', { timeout: 30_000 }, async () => {
  const script = `
    const { writeFolder } = await import('#core/storage/write-folder.ts');
    const { endOnSignals } = await import('#hosts/cli/end-on-signals.ts');
    setInterval(() => undefined, 1000);
    await endOnSignals(() => writeFolder(${JSON.stringify(join(parent, 'out'))}, async ({ write }) => {
      await write({ name: 'a.txt', chunks: [new Uint8Array(9)] });
      process.stdout.write('begun');
      await new Promise(() => undefined);
    }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const exitCode = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  expect(existsSync(join(parent, `.out.${child.pid}.part`, 'a.txt'))).toBe(true);
  child.kill('SIGINT');
  expect(await exitCode).toBe(130);
  expect(readdirSync(parent)).toEqual([]);
});

test('nor do the files that are under way at the signal', { timeout: 60_000 }, async () => {
  const script = `
    const { writeFolder } = await import('#core/storage/write-folder.ts');
    const { endOnSignals } = await import('#hosts/cli/end-on-signals.ts');
    await endOnSignals(() => writeFolder(${JSON.stringify(join(parent, 'out'))}, async ({ write }) => {
      process.stdout.write('begun');
      const chunks = [new Uint8Array(9)];
      const all = Array.from({ length: 2_000 }, (_, index) => write({ name: 'n' + index, chunks }));
      await Promise.all(all);
      await new Promise(() => undefined);
    }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const exitCode = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  while (!existsSync(join(parent, `.out.${child.pid}.part`, 'n100'))) await setImmediate();
  child.kill('SIGINT');
  expect(await exitCode).toBe(130);
  expect(readdirSync(parent)).toEqual([]);
});
