import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Api } from '#core/api/create-api.ts';
import { createWorkspaceDoor } from './workspace-door.ts';
import type { KeyStore, WorkspaceDoor } from './workspace-door.ts';

let parent: string;
const doors: WorkspaceDoor[] = [];
const api: Api = {
  call: () => Promise.resolve({ ok: true, value: 'reached' }),
  join: () => () => undefined,
  close: () => undefined,
};

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'door-'));
});

afterEach(() => {
  for (const door of doors.splice(0)) door.close();
  rmSync(parent, { recursive: true });
});

function memoryKeys(): KeyStore & { key: Uint8Array | null } {
  const keys = {
    key: null as Uint8Array | null,
    read: () => Promise.resolve(keys.key),
    write: (rawKey: Uint8Array) => {
      keys.key = rawKey;
      return Promise.resolve();
    },
  };
  return keys;
}

async function openDoor(keys: KeyStore): Promise<WorkspaceDoor> {
  const door = await createWorkspaceDoor({
    folder: join(parent, 'w'),
    keys,
    scrypt: { N: 2 ** 10, r: 8, p: 1 },
    openApi: () => api,
  });
  doors.push(door);
  return door;
}

describe('the door to a workspace', () => {
  it('makes one with the first passphrase, and the keychain opens it from then on', async () => {
    const keys = memoryKeys();
    const first = await openDoor(keys);
    expect(first.state()).toBe('absent');
    expect(await first.call('studies.list', {})).toMatchObject({
      failure: { code: 'workspace.locked' },
    });
    expect(await first.unlock('correct horse')).toEqual({ ok: true, value: null });
    expect(first.state()).toBe('open');
    expect(await first.call('studies.list', {})).toEqual({ ok: true, value: 'reached' });
    first.close();
    expect((await openDoor(keys)).state()).toBe('open');
  });

  it('asks for the passphrase where no keychain holds the key, and refuses another', async () => {
    await (await openDoor(memoryKeys())).unlock('correct horse');
    doors[0].close();
    const door = await openDoor(memoryKeys());
    expect(door.state()).toBe('locked');
    expect(await door.unlock('wrong')).toMatchObject({ failure: { code: 'workspace.wrong-key' } });
    expect(door.state()).toBe('locked');
    expect(await door.unlock('correct horse')).toMatchObject({ ok: true });
  });

  it('asks for the passphrase when the key in the keychain is of another workspace', async () => {
    await (await openDoor(memoryKeys())).unlock('correct horse');
    doors[0].close();
    const keys = memoryKeys();
    keys.key = new Uint8Array(32);
    expect((await openDoor(keys)).state()).toBe('locked');
  });

  it('does not make a workspace without a passphrase', async () => {
    const door = await openDoor(memoryKeys());
    expect(await door.unlock('')).toMatchObject({
      failure: { code: 'workspace.passphrase-empty' },
    });
    expect(door.state()).toBe('absent');
  });
});
