import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import type { Role } from '#core/domain/person.ts';
import { say } from '#core/wording/say.ts';
import type { AuditAction } from './audit.ts';
import { renameForGood, writeNewFile } from './file-system.ts';
import { tidyName } from './persons.ts';
import type { PersonRecord, WritablePersonStore } from './persons.ts';
import { makeRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { storeHeaderGeneration } from './header-generation.ts';
import type { StorageContext } from './storage-context.ts';
import { explainStorageError } from './storage-errors.ts';
import { workspaceFiles } from './workspace-files.ts';
import { formatHeader, maxSlots } from './workspace-header.ts';
import type { HeaderSlot, SlotsHeader } from './workspace-header.ts';
import { defaultScrypt } from './workspace-key.ts';
import type { ScryptParameters } from './workspace-key.ts';
import { readHeader, requireSealOf } from './workspace-secret.ts';
import { asSlots, makeSlot, sealHeader } from './workspace-slots.ts';

export interface NewPerson {
  readonly name: string;
  readonly role: Role;
  readonly passphrase: string;
  /** The name of who was alone so far: needed with the second person, and only then. */
  readonly firstName?: string | undefined;
}

/** A person, and whether there is a slot with a passphrase of theirs. */
export interface ListedPerson extends PersonRecord {
  readonly hasPassphrase: boolean;
}

/**
 * Changes who may open a workspace. Each change is one of the database and, where passphrases are
 * concerned, of the header: under the database's lock, so that two programs never write over each
 * other, and the header by a new file that takes its name. After a kill a person has the old passphrase
 * or the new one, and a slot that the database does not know opens nothing.
 */
export interface People {
  /** Who was not removed, with the recovery key where there is one. */
  list(): ListedPerson[];
  /** @throws person.name-taken, person.name-missing, person.too-many, workspace.passphrase-empty */
  add(person: NewPerson): Promise<PersonRecord>;
  /** Another passphrase for oneself. @throws workspace.passphrase-empty, record.missing */
  changePassphrase(id: string, passphrase: string): Promise<void>;
  /** Likewise by an owner for somebody, whose sessions end. */
  resetPassphrase(id: string, passphrase: string): Promise<void>;
  /** @throws person.last-owner, record.missing */
  setRole(id: string, role: Role): void;
  /** @throws person.last-owner, record.missing */
  lock(id: string): void;
  unlock(id: string): void;
  /** For good, with the slot. @throws person.last-owner, record.missing */
  remove(id: string): void;
  /** Makes the recovery key, in the place of an earlier one. It is nowhere kept: shown once. */
  makeRecoveryKey(): Promise<string>;
}

export interface PeopleSettings extends StorageContext {
  readonly folder: string;
  readonly rawKey: Uint8Array;
  readonly persons: WritablePersonStore;
  /** What one guess at a new passphrase costs; lower only in tests. */
  readonly scrypt?: ScryptParameters | undefined;
}

type Slots = readonly HeaderSlot[];

export function openPeople(settings: PeopleSettings): People {
  const { sql, audit, folder, rawKey, persons, scrypt = defaultScrypt } = settings;
  const headerFile = join(folder, workspaceFiles.header);
  const newFile = join(folder, workspaceFiles.newHeader);

  const readSlots = (): Omit<SlotsHeader, 'seal'> => {
    const header = readHeader(folder);
    if (header.version === 1) return { ...asSlots(header, persons.first().id), generation: 0 };
    requireSealOf(header, rawKey, folder);
    return header;
  };
  /** Replaces the header by one with the slots that `change` gives. Within a transaction. */
  const writeSlots = (change: (slots: Slots) => Slots): void => {
    const { seal: _old, ...header } = { seal: null, ...readSlots() };
    // Those of an unfinished change, or of an earlier header that was put back, go with this one.
    const known = header.slots.filter(({ id }) => isThere(persons.find(id)));
    const slots = [...change(known)];
    if (slots.length > maxSlots) refuseMore();
    const generation = storeHeaderGeneration(sql, header.generation);
    const text = formatHeader(sealHeader({ ...header, generation, slots }, rawKey));
    rmSync(newFile, { force: true });
    writeNewFile(newFile, text);
    renameForGood(newFile, headerFile);
  };
  const changing = (work: () => void): void => {
    try {
      sql.transaction(work);
    } catch (error) {
      rmSync(newFile, { force: true });
      throw explainStorageError(error, headerFile);
    }
  };
  const slotOf = (
    id: string,
    passphrase: string,
    kind: HeaderSlot['kind'] = 'person',
  ): Promise<HeaderSlot> =>
    makeSlot({ id: readHeader(folder).id, rawKey }, { id, kind }, { passphrase, scrypt });
  const withSlot = (slot: HeaderSlot) => (slots: Slots) => [
    ...slots.filter(({ id }) => id !== slot.id),
    slot,
  ];
  const present = (id: string): PersonRecord => {
    const person = persons.get(id);
    return isThere(person) ? person : persons.get(`${id} (removed)`);
  };
  /** @throws person.last-owner */
  const requireAnotherOwner = (person: PersonRecord): void => {
    const others = listAll().filter(
      ({ id, kind, role, state, hasPassphrase }) =>
        id !== person.id &&
        kind !== 'recovery' &&
        role === 'owner' &&
        state === 'active' &&
        hasPassphrase,
    );
    if (person.role !== 'owner' || person.state !== 'active' || others.length > 0) return;
    throw new AnamnesisError('person.last-owner', {
      expected: say('people', 'anotherOwner'),
      found: say('people', 'noOtherOwner'),
      remedy: say('people', 'makeOwnerFirst'),
    });
  };
  const listAll = (): ListedPerson[] => {
    const slots = new Set(readSlots().slots.map(({ id }) => id));
    return persons
      .list()
      .filter(isThere)
      .map((person) => ({ ...person, hasPassphrase: slots.has(person.id) }));
  };
  const changeRow = (
    id: string,
    action: AuditAction,
    change: Parameters<WritablePersonStore['change']>[1],
  ): void => {
    changing(() => {
      const person = present(id);
      if (person.kind === 'recovery') refuseRecovery();
      const losesOwner =
        (change.role !== undefined && change.role !== 'owner') || change.state === 'locked';
      if (losesOwner) requireAnotherOwner(person);
      persons.change(id, change);
      const { role } = change;
      const detail = role === undefined ? {} : { from: person.role, to: role };
      audit.append(action, { personId: id, ...detail });
    });
  };
  const replaceSlot = async (
    id: string,
    passphrase: string,
    { action, endSessions }: { readonly action: AuditAction; readonly endSessions: boolean },
  ): Promise<void> => {
    if (present(id).kind === 'recovery') refuseRecovery();
    const slot = await slotOf(id, passphrase);
    changing(() => {
      present(id);
      persons.change(id, { endSessions });
      audit.append(action, { personId: id });
      writeSlots(withSlot(slot));
    });
  };

  return {
    list: listAll,

    async add({ name: typed, role, passphrase, firstName }) {
      const name = requireName(typed);
      const id = randomBytes(16).toString('hex');
      const slot = await slotOf(id, passphrase);
      changing(() => {
        if (!persons.hasNames()) {
          const first = requireName(firstName ?? '');
          requireFree(persons, first);
          persons.change(persons.first().id, { name: first });
        }
        requireFree(persons, name);
        persons.insert({ id, kind: 'further', name, role });
        audit.append('person.added', { personId: id, role });
        writeSlots(withSlot(slot));
      });
      return persons.get(id);
    },

    changePassphrase: (id, passphrase) =>
      replaceSlot(id, passphrase, { action: 'person.passphrase-changed', endSessions: false }),
    resetPassphrase: (id, passphrase) =>
      replaceSlot(id, passphrase, { action: 'person.passphrase-reset', endSessions: true }),

    setRole(id, role) {
      changeRow(id, 'person.role-changed', { role });
    },
    lock(id) {
      changeRow(id, 'person.locked', { state: 'locked', endSessions: true });
    },
    unlock(id) {
      changeRow(id, 'person.unlocked', { state: 'active' });
    },

    remove(id) {
      changing(() => {
        const person = present(id);
        if (person.kind !== 'recovery') requireAnotherOwner(person);
        persons.change(id, { state: 'removed', endSessions: true });
        audit.append('person.removed', { personId: id });
        writeSlots((slots) => slots.filter((slot) => slot.id !== id));
      });
    },

    async makeRecoveryKey() {
      const key = makeRecoveryKey();
      const id = randomBytes(16).toString('hex');
      const slot = await slotOf(id, readRecoveryKey(key), 'recovery');
      changing(() => {
        const earlier = persons.list().filter((person) => person.kind === 'recovery');
        for (const person of earlier.filter(isThere)) {
          persons.change(person.id, { state: 'removed', endSessions: true });
        }
        persons.insert({ id, kind: 'recovery', name: null, role: 'owner' });
        audit.append('recovery-key.made', { personId: id });
        writeSlots((slots) => [...slots.filter(({ kind }) => kind !== 'recovery'), slot]);
      });
      return key;
    },
  };
}

function isThere(person: PersonRecord | undefined): boolean {
  return person !== undefined && person.state !== 'removed';
}

/** @throws person.name-missing */
function requireName(typed: string): string {
  const name = tidyName(typed);
  if (name !== '') return name;
  throw new AnamnesisError('person.name-missing', {
    expected: say('people', 'aName'),
    found: say('people', 'noName'),
    remedy: say('people', 'giveName'),
  });
}

/** @throws person.name-taken */
function requireFree(persons: WritablePersonStore, name: string): void {
  if (persons.findByName(name) === undefined) return;
  throw new AnamnesisError('person.name-taken', {
    expected: say('people', 'nameOfNobody'),
    found: say('people', 'nameOfOther'),
    remedy: say('people', 'addToName'),
  });
}

/** @throws person.too-many */
function refuseMore(): never {
  throw new AnamnesisError('person.too-many', {
    expected: say('people', 'atMostPersons', maxSlots),
    found: say('people', 'oneMore'),
    remedy: say('people', 'removeSomebody'),
  });
}

/** The recovery key is replaced or removed, nothing else. @throws person.recovery-key */
function refuseRecovery(): never {
  throw new AnamnesisError('person.recovery-key', {
    expected: say('people', 'aPerson'),
    found: say('people', 'theRecoveryKey'),
    remedy: say('people', 'replaceRecoveryKey'),
  });
}
