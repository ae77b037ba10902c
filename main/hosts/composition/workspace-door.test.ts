import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedMessage } from '#core/api/contract/events.ts';
import type { WorkspacesView } from '#core/api/contract/workspaces.ts';
import type { Api } from '#core/api/create-api.ts';
import { createFeed } from '#core/api/feed.ts';
import { createRecentWorkspaces, recentWorkspacesFile } from './recent-workspaces.ts';
import { createWorkspaceDoor } from './workspace-door.ts';
import type { DoorSettings, KeyStore, WorkspaceDoor } from './window-door.ts';

let parent: string;
const doors: WorkspaceDoor[] = [];
let runs = false;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'door-'));
  runs = false;
});

afterEach(() => {
  for (const door of doors.splice(0)) door.close();
  rmSync(parent, { recursive: true });
});

function memoryKeys(): KeyStore & { readonly keys: Map<string, Uint8Array> } {
  const keys = new Map<string, Uint8Array>();
  return {
    keys,
    read: (folder) => Promise.resolve(keys.get(folder) ?? null),
    write: (folder, rawKey) => Promise.resolve(void keys.set(folder, rawKey)),
    forget: (folder) => Promise.resolve(void keys.delete(folder)),
  };
}

/** Answers with the folder of its workspace, so that it is seen which one was reached. */
function apiOf(folder: string): Api {
  const feed = createFeed({ epoch: folder, capacity: 10 });
  return {
    call: (name) => {
      if (name === 'studies.list') {
        const study = { name: 'long-one', state: runs ? 'running' : 'stopped' };
        return Promise.resolve({ ok: true, value: [study] });
      }
      if (name === 'models.task') return Promise.resolve({ ok: true, value: { task: null } });
      return Promise.resolve({ ok: true, value: folder });
    },
    join: feed.join,
    close: () => undefined,
  };
}

function newDoor(settings: Partial<DoorSettings> = {}): WorkspaceDoor {
  const door = createWorkspaceDoor({
    recent: createRecentWorkspaces(join(parent, 'config', 'workspaces.json')),
    keys: null,
    pathsRelativeTo: parent,
    scrypt: { N: 2 ** 10, r: 8, p: 1 },
    openApi: ({ workspace }) => apiOf(workspace.folder),
    onFault: (procedure) => {
      throw new Error(`a fault in ${procedure}`);
    },
    ...settings,
  });
  doors.push(door);
  return door;
}

const passphrase = 'correct horse';
const create = (door: WorkspaceDoor, folder: string) =>
  door.call('workspaces.create', { folder, passphrase }, 'window');
const open = (door: WorkspaceDoor, folder: string, word = passphrase) =>
  door.call('workspaces.open', { folder, passphrase: word }, 'window');
const at = (folder: string) => join(parent, folder);

async function describeDoor(door: WorkspaceDoor): Promise<WorkspacesView> {
  const reply = await door.call('workspaces.describe', {}, 'window');
  if (!reply.ok) throw new Error(reply.failure.code);
  return reply.value as WorkspacesView;
}

describe('the door to workspaces', () => {
  it('refuses all else while none is open, makes one, and passes on to it', async () => {
    const door = newDoor();
    expect(await describeDoor(door)).toEqual({
      open: null,
      person: null,
      recent: [],
      pathsRelativeTo: parent,
    });
    const ask = () => door.call('audit.verify', {}, 'window');
    expect(await ask()).toMatchObject({ failure: { code: 'workspace.locked' } });
    expect(await create(door, 'one')).toEqual({ ok: true, value: {} });
    expect(await ask()).toEqual({ ok: true, value: at('one') });
    expect(await create(door, 'one')).toMatchObject({ failure: { code: 'workspace.exists' } });
    expect(await ask()).toEqual({ ok: true, value: at('one') });
  });

  it('switches, remembers the newest first, and says which are not there any more', async () => {
    const door = newDoor();
    await create(door, 'one');
    await create(door, 'two');
    await open(door, 'one');
    rmSync(at('two'), { recursive: true });
    expect(await describeDoor(door)).toMatchObject({
      open: { folder: at('one'), name: 'one' },
      recent: [
        { folder: at('one'), isThere: true },
        { folder: at('two'), name: 'two', isThere: false },
      ],
    });
    await door.call('workspaces.forget', { folder: at('two') }, 'window');
    expect((await describeDoor(door)).recent).toHaveLength(1);
  });

  it('stays with the one that is open where another cannot be opened', async () => {
    const door = newDoor();
    await create(door, 'one');
    await create(door, 'two');
    expect(await open(door, 'one', 'wrong')).toMatchObject({
      failure: { code: 'workspace.wrong-key' },
    });
    expect(await open(door, 'nowhere')).toMatchObject({ failure: { code: 'workspace.missing' } });
    writeFileSync(join(at('one'), 'workspace.sqlite'), 'no database');
    expect(await open(door, 'one')).toMatchObject({ ok: false });
    expect((await describeDoor(door)).open?.name).toBe('two');
    expect(await create(door, 'three')).toMatchObject({ ok: true });
  });

  it('makes none without a passphrase', async () => {
    const door = newDoor();
    expect(
      await door.call('workspaces.create', { folder: 'one', passphrase: '' }, 'window'),
    ).toMatchObject({
      failure: { code: 'workspace.passphrase-empty' },
    });
    expect((await describeDoor(door)).open).toBeNull();
    expect(existsSync(at('one/workspace.json'))).toBe(false);
  });

  it('is not left while a study runs: neither switched nor locked', async () => {
    const door = newDoor();
    await create(door, 'two');
    await create(door, 'one');
    runs = true;
    for (const reply of [
      await open(door, 'two'),
      await create(door, 'three'),
      await door.call('workspaces.lock', {}, 'window'),
    ]) {
      expect(reply).toMatchObject({
        failure: {
          code: 'workspace.not-idle',
          found: { english: 'the study long-one, which runs' },
        },
      });
    }
    expect((await describeDoor(door)).open?.name).toBe('one');
    expect(existsSync(at('three'))).toBe(false);
  });

  it('keeps its listeners over all of that, and tells them to ask anew', async () => {
    const door = newDoor();
    await create(door, 'one');
    const heard: FeedMessage[] = [];
    const leave = door.join(null, (message) => heard.push(message), 'window');
    await create(door, 'two');
    await door.call('workspaces.lock', {}, 'window');
    await open(door, 'one');
    leave();
    await open(door, 'two');
    expect(heard).toMatchObject([
      { position: { epoch: at('one') }, missed: false },
      { position: { epoch: at('two') }, missed: true },
      { type: 'joined', missed: true },
      { position: { epoch: at('one') }, missed: true },
    ]);
  });

  it('opens with the key of the keychain until it is locked', async () => {
    const keys = memoryKeys();
    const first = newDoor({ keys });
    await create(first, 'one');
    first.close();
    const second = newDoor({ keys });
    expect(await second.openWithStoredKey(at('one'))).toBe(true);
    await second.call('workspaces.lock', {}, 'window');
    expect(await newDoor({ keys }).openWithStoredKey(at('one'))).toBe(false);
    keys.keys.set(at('one'), new Uint8Array(32));
    expect(await newDoor({ keys }).openWithStoredKey(at('one'))).toBe(false);
  });
});

describe('the list of recent workspaces', () => {
  it('is a file that only its user may read, of paths and nothing else', async () => {
    const file = join(parent, 'config', 'workspaces.json');
    await create(newDoor(), 'one');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ workspaces: [at('one')] });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(parent, 'config')).mode & 0o777).toBe(0o700);
  });

  it('is empty where the file is none of ours, and costs nothing where it cannot be written', () => {
    const file = join(parent, 'workspaces.json');
    writeFileSync(file, '{"workspaces": [1]}');
    expect(createRecentWorkspaces(file).list()).toEqual([]);
    const unwritable = createRecentWorkspaces(join(file, 'below-a-file.json'));
    unwritable.add('/somewhere');
    expect(unwritable.list()).toEqual([]);
  });

  it('is where the system wants it, and holds a dozen', () => {
    expect(recentWorkspacesFile('linux', { XDG_CONFIG_HOME: '/settings' })).toBe(
      '/settings/anamnesis/workspaces.json',
    );
    expect(recentWorkspacesFile('linux', {})).toMatch(/\/\.config\/anamnesis\/workspaces\.json$/);
    const recent = createRecentWorkspaces(join(parent, 'many.json'));
    for (let index = 0; index < 15; index++) recent.add(`/w${index}`);
    recent.add('/w9');
    expect(recent.list().slice(0, 3)).toEqual(['/w9', '/w14', '/w13']);
    expect(recent.list()).toHaveLength(12);
  });
});
