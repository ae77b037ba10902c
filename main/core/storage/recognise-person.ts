import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import type { PersonRecord, PersonStore } from './persons.ts';
import { readRecoveryKey } from './recovery-key.ts';
import { isRightKey } from './workspace-key.ts';
import { openHeader, readHeader, requireSealOf } from './workspace-secret.ts';
import { openSlot, openSlotLater } from './workspace-slots.ts';

/** As whom somebody wants to come in; the recovery key stands in the place of a passphrase. */
export interface Credentials {
  /** Null or left out where the passphrase alone tells: in a workspace without names, or at a terminal. */
  readonly name?: string | null | undefined;
  readonly isRecovery?: boolean | undefined;
  readonly passphrase: string;
}

/** What a passphrase gave, before the database says who that is. */
export interface Unlocked {
  readonly rawKey: Uint8Array;
  /** The slots that it opened; null in a workspace with one passphrase. */
  readonly personIds: readonly string[] | null;
}

/** Opens the header alone. @throws what `openHeader` throws */
export function unlockFor(folder: string, { name, isRecovery, passphrase }: Credentials): Unlocked {
  return openHeader(folder, isRecovery === true ? readRecoveryKey(passphrase) : passphrase, {
    kind: isRecovery === true ? 'recovery' : 'person',
    // Of two persons with one passphrase either may be meant.
    all: name === undefined || name === null || name === '',
  });
}

/**
 * Who came in. Throws "person.unknown" where the name is not that of whoever has the passphrase,
 * "person.name-missing" where the passphrase alone does not tell, "person.locked".
 */
export function identify(
  { folder, persons }: PersonsOfFolder,
  { personIds }: Unlocked,
  { name = null, isRecovery = false, passphrase }: Credentials,
): PersonRecord {
  if (personIds === null) return requireActive(persons.first());
  const met = personIds.flatMap((id) => persons.find(id) ?? []);
  if (isRecovery || !persons.hasNames()) return requireActive(met.at(0));
  if (name === null || name === '') {
    if (met.length > 1) throw nameMissing();
    return requireActive(met.at(0));
  }
  const named = persons.findByName(name);
  const isMet = met.some(({ id }) => id === named?.id);
  return requireActive(isMet || isTheirs(folder, named, passphrase) ? named : undefined);
}

/** Another slot was opened first: two persons may have the same passphrase. */
function isTheirs(folder: string, named: PersonRecord | undefined, passphrase: string): boolean {
  const header = readHeader(folder);
  const slot = header.version === 1 ? undefined : header.slots.find(({ id }) => id === named?.id);
  return slot !== undefined && openSlot(header.id, slot, passphrase) !== null;
}

interface PersonsOfFolder {
  readonly folder: string;
  readonly persons: PersonStore;
}

/**
 * Who somebody is, in a workspace that is open: the name tells the slot. A name that nobody has costs
 * as long as one that somebody has. Throws what `identify` throws, and "workspace.header-altered".
 */
export async function recognise(
  { folder, persons }: PersonsOfFolder,
  { name = null, isRecovery = false, passphrase }: Credentials,
): Promise<PersonRecord> {
  const header = readHeader(folder);
  const typed = isRecovery ? readRecoveryKey(passphrase) : passphrase;
  if (header.version === 1) {
    openHeader(folder, typed);
    return requireActive(persons.first());
  }
  if (!isRecovery && persons.hasNames() && (name === null || name === '')) throw nameMissing();
  const wanted = isRecovery
    ? header.slots.find(({ kind }) => kind === 'recovery')?.id
    : persons.hasNames()
      ? persons.findByName(name ?? '')?.id
      : persons.first().id;
  const slot = header.slots.find(({ id }) => id === wanted);
  const rawKey = await openSlotLater(header.id, slot ?? header.slots[0], typed);
  if (slot === undefined || rawKey === null) throw unknown();
  if (!isRightKey(rawKey, Buffer.from(header.keyCheck, 'base64'))) throw unknown();
  requireSealOf(header, rawKey, folder);
  return requireActive(persons.find(slot.id));
}

/** @throws person.unknown, person.locked */
function requireActive(person: PersonRecord | undefined): PersonRecord {
  if (person === undefined || person.state === 'removed') throw unknown();
  if (person.state === 'active') return person;
  throw new AnamnesisError('person.locked', {
    expected: say('people', 'whoMaySignIn'),
    found: say('people', 'whoIsLocked'),
    remedy: say('people', 'askToUnlock'),
  });
}

function unknown(): AnamnesisError {
  return new AnamnesisError('person.unknown', {
    expected: say('people', 'nameWithPassphrase'),
    found: say('people', 'anotherPair'),
    remedy: say('people', 'mindBoth'),
  });
}

function nameMissing(): AnamnesisError {
  return new AnamnesisError('person.name-missing', {
    expected: say('people', 'aName'),
    found: say('people', 'noName'),
    remedy: say('people', 'typeName'),
  });
}
