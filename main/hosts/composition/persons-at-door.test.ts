import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditPage } from '#core/api/contract/audit.ts';
import type { FeedMessage } from '#core/api/contract/events.ts';
import type { Reply } from '#core/api/contract/failure.ts';
import type { PeopleView } from '#core/api/contract/people.ts';
import type { WorkspacesView } from '#core/api/contract/workspaces.ts';
import { createWindowApi } from './create-window-api.ts';
import { createRecentWorkspaces } from './recent-workspaces.ts';
import type { KeyStore, WorkspaceDoor } from './window-door.ts';
import { createWorkspaceDoor } from './workspace-door.ts';

let parent: string;
let door: WorkspaceDoor;
let nowMs: number;
const keys = new Map<string, Uint8Array>();
const keyStore: KeyStore = {
  read: (folder) => Promise.resolve(keys.get(folder) ?? null),
  write: (folder, rawKey) => Promise.resolve(void keys.set(folder, rawKey)),
  forget: (folder) => Promise.resolve(void keys.delete(folder)),
};

/** The real api over a real workspace: what persons may is decided where it is in the product. */
function newDoor(): WorkspaceDoor {
  return createWorkspaceDoor({
    recent: createRecentWorkspaces(join(parent, 'config', 'workspaces.json')),
    keys: keyStore,
    pathsRelativeTo: parent,
    scrypt: { N: 2 ** 4, r: 8, p: 1 },
    nowMs: () => nowMs,
    openApi: (opened, brake) =>
      createWindowApi({ ...opened, brake, planFolder: parent, planTemplate: '{}' }),
    onFault: (procedure) => {
      throw new Error(`a fault in ${procedure}`);
    },
  });
}

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'persons-'));
  nowMs = 1_000_000;
  keys.clear();
  door = newDoor();
});

afterEach(() => {
  door.close();
  rmSync(parent, { recursive: true });
});

const folder = 'notes';
const words = { Ana: 'ana’s horse', Ben: 'ben’s horse', Cleo: 'cleo’s horse' };
type Name = keyof typeof words;

function outcome(reply: Reply<unknown>): unknown {
  return reply.ok ? 'ok' : reply.failure.code;
}
const ask = async (session: string, name: string, input: object = {}) =>
  outcome(await door.call(name, input, session));
const signIn = (session: string, name: Name, passphrase: string = words[name]) =>
  ask(session, 'workspaces.open', { folder, name, passphrase });
const seen = async (session: string) => {
  const reply = await door.call('workspaces.describe', {}, session);
  return (reply as { value: WorkspacesView }).value;
};
const idOf = async (session: string, name: Name) => {
  const reply = await door.call('people.list', {}, session);
  const { persons } = (reply as { value: PeopleView }).value;
  return persons.find((person) => person.name === name)!.id;
};

/** Ana is an owner and signed in, Ben a reviewer and Cleo a reader. */
async function withThree(): Promise<void> {
  await ask('ana', 'workspaces.create', { folder, passphrase: words.Ana });
  const ben = { name: 'Ben', role: 'reviewer', passphrase: words.Ben, firstName: 'Ana' };
  expect(await ask('ana', 'people.add', ben)).toBe('ok');
  const cleo = { name: 'Cleo', role: 'reader', passphrase: words.Cleo };
  expect(await ask('ana', 'people.add', cleo)).toBe('ok');
}

describe('a workspace without names', () => {
  it('is its one owner’s from every window', async () => {
    await ask('one', 'workspaces.create', { folder, passphrase: words.Ana });
    for (const session of ['one', 'two']) {
      expect((await seen(session)).person).toMatchObject({ name: null, role: 'owner' });
      expect(await ask(session, 'people.list')).toBe('ok');
    }
    expect(keys.size).toBe(1);
  });

  it('signs in whoever gives the first names, and out all others; the keychain forgets it', async () => {
    await withThree();
    expect(await seen('ana')).toMatchObject({
      open: { hasPersons: true },
      person: { name: 'Ana', role: 'owner' },
    });
    expect((await seen('other')).person).toBeNull();
    expect(await ask('other', 'studies.list')).toBe('person.not-signed-in');
    expect(keys.size).toBe(0);
    keys.set(join(parent, folder), new Uint8Array(32));
    door.close();
    door = newDoor();
    expect(await door.openWithStoredKey(join(parent, folder))).toBe(false);
    expect((await seen('ana')).recent).toMatchObject([{ hasPersons: true }]);
  });
});

describe('sessions', () => {
  it('are each one person’s, at the same time, with the role of that person', async () => {
    await withThree();
    expect(await signIn('ben', 'Ben')).toBe('ok');
    expect(await signIn('cleo', 'Cleo')).toBe('ok');
    const numbers = { collectionId: null, words: '', filters: {} };
    const tried = async (session: string) => [
      (await seen(session)).person?.name,
      await ask(session, 'studies.list'),
      (await ask(session, 'documents.numbers', numbers)) === 'person.not-permitted',
      await ask(session, 'studies.stop', { studyId: 'x' }),
      await ask(session, 'audit.verify'),
    ];
    const refused = 'person.not-permitted';
    expect(await Promise.all(['ana', 'ben', 'cleo'].map(tried))).toEqual([
      ['Ana', 'ok', false, 'ok', 'ok'],
      ['Ben', 'ok', false, refused, refused],
      ['Cleo', 'ok', true, refused, refused],
    ]);
    const log = await door.call(
      'audit.list',
      {
        beforeSequence: null,
        limit: 50,
        filter: {
          words: '',
          action: 'call.refused',
          personId: await idOf('ana', 'Cleo'),
          fromMs: null,
          beforeMs: null,
        },
      },
      'ana',
    );
    expect(log).toMatchObject({
      ok: true,
      value: {
        entries: [
          { person: { name: 'Cleo' }, subject: 'needed owner · procedure audit.verify' },
          { person: { name: 'Cleo' }, subject: 'needed analyst · procedure studies.stop' },
          { person: { name: 'Cleo' }, subject: 'needed reviewer · procedure documents.numbers' },
        ],
      },
    });
  });

  it('need name and passphrase of the same person', async () => {
    await withThree();
    expect(await signIn('ben', 'Ben', words.Cleo)).toBe('person.unknown');
    expect(await ask('ben', 'workspaces.open', { folder, passphrase: words.Ben })).toBe(
      'person.name-missing',
    );
    const nobody = { folder, name: 'Nobody', passphrase: words.Ben };
    expect(await ask('ben', 'workspaces.open', nobody)).toBe('person.unknown');
    expect((await seen('ben')).person).toBeNull();
  });

  it('end when their person is locked, with what they hear; and role changes hold at once', async () => {
    await withThree();
    await signIn('ben', 'Ben');
    const heard: FeedMessage[] = [];
    const leave = door.join(null, (message) => heard.push(message), 'ben');
    expect(heard).toMatchObject([{ type: 'joined', missed: false }]);
    const personId = await idOf('ana', 'Ben');
    await ask('ana', 'people.setRole', { personId, role: 'analyst' });
    expect(await ask('ben', 'studies.stop', { studyId: 'x' })).toBe('ok');
    await ask('ana', 'people.lock', { personId });
    expect(heard.at(-1)).toMatchObject({ type: 'joined', missed: true });
    expect(await ask('ben', 'studies.list')).toBe('person.not-signed-in');
    const before = heard.length;
    await ask('ana', 'engines.measure');
    expect(heard).toHaveLength(before);
    expect(await signIn('ben', 'Ben')).toBe('person.locked');
    await ask('ana', 'people.unlock', { personId });
    expect(await ask('ben', 'studies.list')).toBe('person.not-signed-in');
    expect(await signIn('ben', 'Ben')).toBe('ok');
    leave();
  });

  it('end when they sign out, when an owner resets the passphrase, and with the program', async () => {
    await withThree();
    await signIn('ben', 'Ben');
    await signIn('ben2', 'Ben');
    expect(await ask('ben', 'workspaces.signOut')).toBe('ok');
    expect(await ask('ben', 'studies.list')).toBe('person.not-signed-in');
    expect(await ask('ben2', 'studies.list')).toBe('ok');
    const own = { present: words.Ben, passphrase: 'second' };
    expect(await ask('ben2', 'people.changePassphrase', { ...own, present: 'x' })).toBe(
      'person.unknown',
    );
    expect(await ask('ben2', 'people.changePassphrase', own)).toBe('ok');
    expect(await ask('ben2', 'studies.list')).toBe('ok');
    const personId = await idOf('ana', 'Ben');
    await ask('ana', 'people.resetPassphrase', { personId, passphrase: 'third' });
    expect(await ask('ben2', 'studies.list')).toBe('person.not-signed-in');
    expect(await signIn('ben2', 'Ben', 'third')).toBe('ok');
    door.close();
    door = newDoor();
    expect(await signIn('new', 'Ben', 'third')).toBe('ok');
    expect(await ask('ben2', 'studies.list')).toBe('person.not-signed-in');
  });

  it('let nobody guess the passphrase of whoever left theirs open, and write it down', async () => {
    await withThree();
    await signIn('ben', 'Ben');
    const guess = { present: 'x', passphrase: 'second' };
    for (let count = 0; count < 5; count++) {
      expect(await ask('ben', 'people.changePassphrase', guess)).toBe('person.unknown');
    }
    const right = { ...guess, present: words.Ben };
    expect(await ask('ben', 'people.changePassphrase', right)).toBe('person.too-many-attempts');
    // However the name is written, it is the same person who is guessed at.
    const spaced = { folder, name: ' BEN ', passphrase: words.Ben };
    expect(await ask('other', 'workspaces.open', spaced)).toBe('person.too-many-attempts');
    const filter = { words: '', personId: null, fromMs: null, beforeMs: null };
    const action = 'person.passphrase-refused';
    const asked = { beforeSequence: null, limit: 10, filter: { ...filter, action } };
    const log = await door.call('audit.list', asked, 'ana');
    const { entries } = (log as { value: AuditPage }).value;
    expect(entries.map(({ person }) => person?.name)).toEqual(Array(6).fill('Ben'));
    nowMs += 60_000;
    expect(await ask('ben', 'people.changePassphrase', right)).toBe('ok');
  });

  it('of others than owners do not lock, leave or change what is open', async () => {
    await withThree();
    await signIn('ben', 'Ben');
    for (const session of ['ben', 'stranger']) {
      const code = session === 'ben' ? 'person.not-permitted' : 'person.not-signed-in';
      expect(await ask(session, 'workspaces.lock')).toBe(code);
      const other = { folder: 'other', passphrase: 'x' };
      expect(await ask(session, 'workspaces.create', other)).toBe(code);
      expect(await ask(session, 'workspaces.open', other)).toBe(code);
      expect(await ask(session, 'workspaces.forget', { folder })).toBe(code);
    }
    expect(await ask('ana', 'workspaces.lock')).toBe('ok');
    expect((await seen('ben')).open).toBeNull();
    expect(await signIn('ben', 'Ben')).toBe('ok');
    expect((await seen('ana')).person).toBeNull();
  });

  it('wait after some attempts that failed, each name for itself', async () => {
    await withThree();
    for (let time = 0; time < 5; time++) {
      expect(await signIn('x', 'Ben', 'wrong')).toBe('person.unknown');
    }
    expect(await signIn('x', 'Ben')).toBe('person.too-many-attempts');
    expect(await signIn('y', 'Cleo')).toBe('ok');
    nowMs += 1_001;
    expect(await signIn('x', 'Ben', 'wrong')).toBe('person.unknown');
    nowMs += 1_001;
    expect(await signIn('x', 'Ben')).toBe('person.too-many-attempts');
    nowMs += 1_000;
    expect(await signIn('x', 'Ben')).toBe('ok');
  });

  it('come in by the recovery key as an owner, which the audit log keeps', async () => {
    await withThree();
    const made = await door.call('people.makeRecoveryKey', {}, 'ana');
    const { recoveryKey } = (made as { value: { recoveryKey: string } }).value;
    const credentials = { folder, passphrase: recoveryKey.toLowerCase(), isRecovery: true };
    expect(await ask('lost', 'workspaces.open', credentials)).toBe('ok');
    expect((await seen('lost')).person).toMatchObject({ name: null, role: 'owner' });
    const question = {
      beforeSequence: null,
      limit: 1,
      filter: {
        words: '',
        action: 'recovery-key.used',
        personId: null,
        fromMs: null,
        beforeMs: null,
      },
    };
    expect(await door.call('audit.list', question, 'lost')).toMatchObject({
      value: { entries: [{ person: { kind: 'recovery' } }] },
    });
    expect(await ask('lost', 'workspaces.open', { ...credentials, passphrase: 'AAAA' })).toBe(
      'person.unknown',
    );
  });
});
