import { spawn } from 'node:child_process';
import { readdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { identify, unlockFor } from '#core/storage/recognise-person.ts';
import { createWorkspace, openWorkspace } from '#core/storage/workspace.ts';
import type { PeopleStep } from './people-child.ts';
import { cheapScrypt, passphrase } from './shared.ts';

const script = fileURLToPath(new URL('./people-child.ts', import.meta.url));
const parent = mkdtempSync(join(tmpdir(), 'anamnesis-kill-people-'));
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

/** Lets a child change persons, and kills it after a while; what it said. */
async function changeAndKill(
  folder: string,
  seed: number,
  after: { readonly steps: number; readonly ms: number },
): Promise<PeopleStep[]> {
  const child = spawn(process.execPath, [script, folder, String(seed)]);
  const said: PeopleStep[] = [];
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString('utf8')));
  const gone = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      said.push(JSON.parse(line) as PeopleStep);
      if (said.length > after.steps) resolve();
    });
    void gone.then(() => {
      reject(new Error(errors));
    });
  });
  await wait(after.ms);
  child.kill('SIGKILL');
  await gone;
  expect(errors).toBe('');
  return said;
}

function comesIn(folder: string, name: string, word: string): boolean {
  try {
    const credentials = { name, passphrase: word };
    const unlocked = unlockFor(folder, credentials);
    const workspace = openWorkspace(folder, { rawKey: unlocked.rawKey });
    try {
      return identify(workspace, unlocked, credentials).name === name;
    } finally {
      workspace.close();
    }
  } catch (error) {
    if (!isAnamnesisError(error)) throw error;
    expect(['workspace.wrong-key', 'person.unknown']).toContain(error.code);
    return false;
  }
}

const rounds = 12;

describe('a change of persons that is killed at a random moment', () => {
  it('leaves each with their old passphrase or their new one, and the owner with theirs', async () => {
    const folder = join(parent, 'workspace');
    createWorkspace(folder, { passphrase, scrypt: cheapScrypt }).close();
    const random = new RandomStream(20_261_130, 'kill people');
    /** Of everybody whose last change was done. */
    const words = new Map<string, string>();
    let cutOff = 0;
    let doneCount = 0;

    for (let round = 0; round < rounds; round++) {
      const said = await changeAndKill(folder, round, {
        steps: 3 + random.integer(6),
        ms: random.integer(20),
      });
      let pending: PeopleStep | null = null;
      for (const step of said) {
        pending = step.done ? null : step;
        if (!step.done || step.kind === 'ready' || step.kind === 'recovery') continue;
        doneCount++;
        if (step.kind === 'remove') words.delete(step.name);
        else words.set(step.name, step.passphrase);
      }
      const workspace = openWorkspace(folder, { passphrase }, { scrypt: cheapScrypt });
      expect(workspace.audit.verify().broken).toBeNull();
      const listed = new Map(workspace.people.list().map((person) => [person.name, person]));
      workspace.close();
      expect(readdirSync(folder).filter((name) => name.startsWith('workspace.json'))).toContain(
        'workspace.json',
      );
      for (const [name, word] of words) {
        if (name !== pending?.name) expect(comesIn(folder, name, word), name).toBe(true);
      }
      if (pending === null || pending.kind === 'ready' || pending.kind === 'recovery') continue;
      cutOff++;
      const { kind, name, passphrase: next } = pending;
      const old = words.get(name);
      const withNew = kind !== 'remove' && comesIn(folder, name, next);
      const withOld = old !== undefined && comesIn(folder, name, old);
      if (kind === 'reset') expect([withOld, withNew].filter(Boolean)).toHaveLength(1);
      // Added or not; and removed or not, or without a passphrase, which an owner sees.
      if (kind === 'add') expect(withNew).toBe(listed.has(name));
      if (kind === 'remove') expect(withOld).toBe(listed.get(name)?.hasPassphrase ?? false);
      if (withNew) words.set(name, next);
      else if (!withOld) words.delete(name);
    }
    expect(doneCount).toBeGreaterThan(rounds / 2);
    expect(cutOff).toBeGreaterThan(1);
  }, 240_000);
});
