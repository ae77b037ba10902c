import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import { canonicalJson } from './canonical-json.ts';
import { identify, recognise, unlockFor, type Credentials } from './recognise-person.ts';
import { refusing } from './testing/refusing.ts';
import {
  cheapScrypt,
  newWorkspace,
  passphrase,
  reopen,
  temporaryFolder,
} from './testing/temporary-workspace.ts';
import { formatHeader, type SlotsHeader } from './workspace-header.ts';
import { openHeader, readHeader, unlockWorkspace } from './workspace-secret.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

const ben = 'ben’s own horse';
const environment = { scrypt: cheapScrypt };

async function withTwo(): Promise<Workspace> {
  const workspace = newWorkspace(environment);
  const person = { name: 'Ben', role: 'reviewer', passphrase: ben, firstName: 'Ana' } as const;
  await workspace.people.add(person);
  return workspace;
}

function comeIn(folder: string, credentials: Credentials) {
  const unlocked = unlockFor(folder, credentials);
  const workspace = openWorkspace(folder, { rawKey: unlocked.rawKey }, environment);
  try {
    return identify(workspace, unlocked, credentials);
  } finally {
    workspace.close();
  }
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const thrown: unknown = await work.catch((error: unknown) => error);
  return thrown instanceof AnamnesisError ? thrown.code : `no error: ${String(thrown)}`;
}

describe('the second person', () => {
  it('gives the header slots, and the first their name; both come in', async () => {
    const workspace = newWorkspace(environment);
    const before = readHeader(workspace.folder);
    expect(before.version).toBe(1);
    const { id } = workspace.persons.first();
    const added = await workspace.people.add({
      name: ' Ben  Ito ',
      role: 'reviewer',
      passphrase: ben,
      firstName: 'Ana',
    });
    expect(added).toMatchObject({ name: 'Ben Ito', role: 'reviewer', kind: 'further' });
    const { folder } = workspace;
    expect(comeIn(folder, { passphrase })).toMatchObject({ id, name: 'Ana', role: 'owner' });
    expect(comeIn(folder, { name: 'ANA', passphrase }).id).toBe(id);
    expect(comeIn(folder, { name: 'ben ito', passphrase: ben }).id).toBe(added.id);
    refusing('person.unknown', () => comeIn(folder, { name: 'Ana', passphrase: ben }));
    refusing('person.unknown', () => comeIn(folder, { name: 'Nobody', passphrase: ben }));
    refusing('workspace.wrong-key', () => comeIn(folder, { name: 'Ana', passphrase: 'x' }));
    const text = readFileSync(join(folder, 'workspace.json'), 'utf8');
    for (const told of ['Ana', 'Ben', 'owner', 'reviewer']) expect(text).not.toContain(told);
  });

  it('needs a name for both, of which no two are alike', async () => {
    const workspace = newWorkspace(environment);
    const { people, folder } = workspace;
    const person = { name: 'Ben', role: 'reader', passphrase: ben } as const;
    expect(await codeOf(people.add(person))).toBe('person.name-missing');
    expect(await codeOf(people.add({ ...person, firstName: 'ben' }))).toBe('person.name-taken');
    const unnamed = people.add({ ...person, name: ' ', firstName: 'Ana' });
    expect(await codeOf(unnamed)).toBe('person.name-missing');
    const open = people.add({ ...person, passphrase: '', firstName: 'Ana' });
    expect(await codeOf(open)).toBe('workspace.passphrase-empty');
    expect(readHeader(folder).version).toBe(1);
    expect(workspace.persons.hasNames()).toBe(false);
    await people.add({ ...person, firstName: 'Ana' });
    expect(await codeOf(people.add({ ...person, name: 'BEN' }))).toBe('person.name-taken');
  });

  it('may have the same passphrase: the name tells, and where it is not given, it is asked for', async () => {
    const workspace = newWorkspace(environment);
    const same = { name: 'Ben', role: 'reader', passphrase, firstName: 'Ana' } as const;
    const { id } = await workspace.people.add(same);
    const { folder } = workspace;
    expect(comeIn(folder, { name: 'Ben', passphrase }).id).toBe(id);
    expect(comeIn(folder, { name: 'Ana', passphrase }).id).toBe(workspace.persons.first().id);
    refusing('person.name-missing', () => comeIn(folder, { passphrase }));
  });
});

describe('a person', () => {
  it('comes in no more when locked, until unlocked, and their sessions are over', async () => {
    const workspace = await withTwo();
    const { people, persons, folder } = workspace;
    const { id, epoch } = persons.findByName('Ben')!;
    people.lock(id);
    expect(persons.get(id).epoch).toBe(epoch + 1);
    refusing('person.locked', () => comeIn(folder, { name: 'Ben', passphrase: ben }));
    expect(await codeOf(recognise(workspace, { name: 'Ben', passphrase: ben }))).toBe(
      'person.locked',
    );
    // Who does not know the passphrase does not learn that there is a Ben, or that he is locked.
    expect(await codeOf(recognise(workspace, { name: 'Ben', passphrase: 'x' }))).toBe(
      'person.unknown',
    );
    expect(await codeOf(recognise(workspace, { name: 'Eve', passphrase: 'x' }))).toBe(
      'person.unknown',
    );
    people.unlock(id);
    expect((await recognise(workspace, { name: 'Ben', passphrase: ben })).id).toBe(id);
  });

  it('has another passphrase after a change, and after a reset no session', async () => {
    const { people, persons, folder } = await withTwo();
    const { id, epoch } = persons.findByName('Ben')!;
    await people.changePassphrase(id, 'second');
    expect(persons.get(id).epoch).toBe(epoch);
    expect(comeIn(folder, { passphrase: 'second' }).id).toBe(id);
    refusing('workspace.wrong-key', () => comeIn(folder, { passphrase: ben }));
    await people.resetPassphrase(id, 'third');
    expect(persons.get(id).epoch).toBe(epoch + 1);
    expect(comeIn(folder, { name: 'Ben', passphrase: 'third' }).id).toBe(id);
    expect(comeIn(folder, { name: 'Ana', passphrase }).role).toBe('owner');
  });

  it('is gone when removed: slot, name and way in; what they did stays theirs', async () => {
    const { people, persons, folder, audit } = await withTwo();
    const { id } = persons.findByName('Ben')!;
    people.remove(id);
    refusing('workspace.wrong-key', () => comeIn(folder, { passphrase: ben }));
    expect(persons.get(id)).toMatchObject({ name: 'Ben', state: 'removed' });
    expect(people.list().map(({ name }) => name)).toEqual(['Ana']);
    expect(await codeOf(people.resetPassphrase(id, 'x'))).toBe('record.missing');
    const again = await people.add({ name: 'Ben', role: 'reader', passphrase: ben });
    expect(again.id).not.toBe(id);
    expect(audit.newest(2).map(({ action, detail }) => [action, detail.personId])).toEqual([
      ['person.added', again.id],
      ['person.removed', id],
    ]);
  });

  it('who is the last owner that can sign in stays one', async () => {
    const { people, persons } = await withTwo();
    const ana = persons.first().id;
    const { id } = persons.findByName('Ben')!;
    const each = [
      () => {
        people.setRole(ana, 'analyst');
      },
      () => {
        people.lock(ana);
      },
      () => {
        people.remove(ana);
      },
    ];
    for (const work of each) refusing('person.last-owner', work);
    people.setRole(id, 'owner');
    people.lock(id);
    for (const work of each) refusing('person.last-owner', work);
    people.unlock(id);
    people.setRole(ana, 'reader');
    refusing('person.last-owner', () => {
      people.remove(id);
    });
    // A recovery key is no owner who signs in.
    await people.makeRecoveryKey();
    refusing('person.last-owner', () => {
      people.lock(id);
    });
  });
});

describe('the recovery key', () => {
  it('opens as an owner however it is typed, until another is made', async () => {
    const workspace = await withTwo();
    const { people, folder } = workspace;
    const first = await people.makeRecoveryKey();
    expect(first).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = first
      .toLowerCase()
      .replaceAll('-', ' ')
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    const credentials = { passphrase: typed, isRecovery: true };
    expect(comeIn(folder, credentials)).toMatchObject({ kind: 'recovery', role: 'owner' });
    expect(await recognise(workspace, credentials)).toMatchObject({ kind: 'recovery' });
    // It is no passphrase of a person.
    refusing('workspace.wrong-key', () => comeIn(folder, { passphrase: first }));
    const second = await people.makeRecoveryKey();
    expect(second).not.toBe(first);
    refusing('workspace.wrong-key', () => comeIn(folder, credentials));
    comeIn(folder, { passphrase: second, isRecovery: true });
    expect(people.list().filter(({ kind }) => kind === 'recovery')).toHaveLength(1);
  });

  it('of somebody who is alone leaves them without a name', async () => {
    const { people, folder } = newWorkspace(environment);
    const key = await people.makeRecoveryKey();
    expect(comeIn(folder, { passphrase })).toMatchObject({ kind: 'first', name: null });
    expect(comeIn(folder, { passphrase: key, isRecovery: true }).role).toBe('owner');
  });
});

describe('a header with slots', () => {
  /** As somebody who can write the file but has no key: with a checksum that fits. */
  const forge = (folder: string, header: object): void => {
    writeFileSync(join(folder, 'workspace.json'), formatHeader(header as SlotsHeader));
  };

  it('opens with none of its fields changed, whichever and however', async () => {
    const workspace = await withTwo();
    await workspace.people.makeRecoveryKey();
    const { folder } = workspace;
    const header = readHeader(folder) as SlotsHeader;
    const rawKey = unlockWorkspace(folder, { passphrase });
    const file = join(folder, 'workspace.json');
    const paths = pathsOf(header);
    expect(paths.length).toBeGreaterThan(25);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.integer({ min: 0, max: 1_000 }), (path, seed) => {
        const changed = structuredClone(header);
        changeAt(changed, path, seed);
        if (canonicalJson(changed) === canonicalJson(header)) return;
        forge(folder, changed);
        for (const secret of [{ passphrase }, { passphrase: ben }, { rawKey }]) {
          expect(() => unlockWorkspace(folder, secret), path.join('.')).toThrow(AnamnesisError);
        }
      }),
      { numRuns: 400 },
    );
    forge(folder, header);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject(header);
    openWorkspace(folder, { passphrase }).close();
  });

  it('opens with no byte of the file changed', async () => {
    const { folder } = await withTwo();
    const file = join(folder, 'workspace.json');
    const bytes = readFileSync(file);
    const whole: unknown = JSON.parse(bytes.toString('utf8'));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (place, change) => {
          const forged = Buffer.from(bytes);
          forged[place] ^= change;
          writeFileSync(file, forged);
          // White space that stays white space says nothing else.
          if (isSame(forged, whole)) return;
          expect(() => openHeader(folder, passphrase)).toThrow(AnamnesisError);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('says that it was altered where a slot was added, taken, exchanged, moved or weakened', async () => {
    const workspace = await withTwo();
    const { folder } = workspace;
    const header = readHeader(folder) as SlotsHeader;
    const [first, second] = header.slots;
    const other = readHeader((await withTwo()).folder) as SlotsHeader;
    const weak = { ...second, scrypt: { N: 2, r: 1, p: 1 } };
    for (const slots of [
      [first, second, { ...other.slots[1], id: 'a'.repeat(32) }],
      [first],
      [first, { ...second, wrappedKey: first.wrappedKey, salt: first.salt }],
      [second, first],
      [first, { ...second, kind: 'recovery' }],
      [first, weak],
    ]) {
      forge(folder, { ...header, slots });
      refusing('workspace.header-altered', () => openWorkspace(folder, { passphrase }));
    }
    forge(folder, { ...header, generation: header.generation + 1 });
    refusing('workspace.header-altered', () => openWorkspace(folder, { passphrase }));
  });

  it('that is an earlier one is written down, once', async () => {
    const workspace = await withTwo();
    const { people, persons, folder, audit } = workspace;
    const earlier = readFileSync(join(folder, 'workspace.json'));
    const { id } = persons.findByName('Ben')!;
    people.remove(id);
    writeFileSync(join(folder, 'workspace.json'), earlier);
    for (let time = 0; time < 2; time++) reopen(folder, environment).close();
    expect(audit.entriesOf(['header.older'])).toMatchObject([
      { detail: { generation: 1, known: 2 } },
    ]);
    // Whom the database knows as removed does not come in by it.
    refusing('person.unknown', () => comeIn(folder, { name: 'Ben', passphrase: ben }));
    refusing('person.unknown', () => comeIn(folder, { passphrase: ben }));
    await people.makeRecoveryKey();
    expect((readHeader(folder) as SlotsHeader).slots.map((slot) => slot.id)).not.toContain(id);
  });
});

describe('a change that is cut off after its header was written', () => {
  /** The header as after the change, the database as before it. */
  async function cutOff(change: (workspace: Workspace) => Promise<void> | void, named = true) {
    const { folder } = named ? await withTwo() : newWorkspace(environment);
    const before = join(temporaryFolder(), 'before');
    const workspace = reopen(folder, environment);
    workspace.close();
    cpSync(folder, before, { recursive: true });
    const changed = reopen(folder, environment);
    await change(changed);
    changed.close();
    copyFileSync(join(folder, 'workspace.json'), join(before, 'workspace.json'));
    return reopen(before, environment);
  }

  it('adding the second person: the one passphrase opens, the other one nothing, and it can be done again', async () => {
    const person = { name: 'Ben', role: 'reader', passphrase: ben, firstName: 'Ana' } as const;
    const workspace = await cutOff(async ({ people }) => {
      await people.add(person);
    }, false);
    const { folder, audit, people } = workspace;
    expect(audit.newest(1)).toMatchObject([
      { action: 'header.newer', detail: { generation: 1, known: 0 } },
    ]);
    expect(comeIn(folder, { passphrase }).kind).toBe('first');
    expect(comeIn(folder, { name: 'anything', passphrase }).kind).toBe('first');
    refusing('person.unknown', () => comeIn(folder, { passphrase: ben }));
    await people.add(person);
    expect(comeIn(folder, { name: 'Ben', passphrase: ben }).name).toBe('Ben');
    expect((readHeader(folder) as SlotsHeader).slots).toHaveLength(2);
  });

  it('another passphrase: the new one holds, and that is written down', async () => {
    const { folder, audit } = await cutOff(({ people, persons }) =>
      people.resetPassphrase(persons.findByName('Ben')!.id, 'second'),
    );
    expect(comeIn(folder, { name: 'Ben', passphrase: 'second' }).name).toBe('Ben');
    expect(audit.newest(1)).toMatchObject([{ action: 'header.newer' }]);
  });

  it('a removal: nobody comes in by it, and an owner sees that and goes on', async () => {
    const { folder, people, persons } = await cutOff((changed) => {
      changed.people.remove(changed.persons.findByName('Ben')!.id);
    });
    refusing('workspace.wrong-key', () => comeIn(folder, { name: 'Ben', passphrase: ben }));
    expect(people.list()).toMatchObject([{ name: 'Ana' }, { name: 'Ben', hasPassphrase: false }]);
    const { id } = persons.findByName('Ben')!;
    await people.resetPassphrase(id, 'third');
    expect(comeIn(folder, { name: 'Ben', passphrase: 'third' }).id).toBe(id);
    people.remove(id);
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, item]) => [
    ...(at.length > 0 && Array.isArray(value) ? [[...at, key]] : []),
    ...pathsOf(item, [...at, key]),
  ]);
}

/** Another value of the same kind, one that is gone, or one of another kind. */
function changeAt(target: object, path: Path, seed: number): void {
  const parent = path.slice(0, -1).reduce<unknown>((value, key) => value![key as never], target);
  const place = parent as Record<string, unknown>;
  const key = String(path.at(-1));
  const value = place[key];
  if (seed % 7 === 0) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(place, key);
  } else if (typeof value === 'number') place[key] = seed % 2 === 0 ? value * 2 : value + 1;
  else if (typeof value === 'string' && value.length > 10) {
    const bytes = Buffer.from(value, value.endsWith('=') ? 'base64' : 'latin1');
    bytes[seed % bytes.length] ^= 1;
    place[key] = bytes.toString(value.endsWith('=') ? 'base64' : 'latin1');
  } else if (typeof value === 'string') place[key] = value === 'slot' ? 'header' : 'recovery';
  else place[key] = seed;
}

function isSame(bytes: Buffer, whole: unknown): boolean {
  try {
    return canonicalJson(JSON.parse(bytes.toString('utf8'))) === canonicalJson(whole);
  } catch {
    return false;
  }
}
