import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { explainStorageError } from './storage-errors.ts';
import { workspaceFiles } from './workspace-files.ts';
import { headerFormat, parseHeader, wrappingContext } from './workspace-header.ts';
import type { OnePassphraseHeader, SlotsHeader, WorkspaceHeader } from './workspace-header.ts';
import {
  deriveKey,
  isRightKey,
  rawKeyBytes,
  stretchPassphrase,
  unwrapKey,
  wrapKey,
} from './workspace-key.ts';
import type { ScryptParameters } from './workspace-key.ts';
import { openSlot, requirePassphrase, requireSeal } from './workspace-slots.ts';

/** What opens a workspace: the passphrase, or the raw key of 32 bytes that it gives. */
export type WorkspaceSecret = { readonly passphrase: string } | { readonly rawKey: Uint8Array };

/** @throws workspace.missing, workspace.header-damaged */
export function readHeader(folder: string): WorkspaceHeader {
  const place = join(folder, workspaceFiles.header);
  if (!existsSync(place)) {
    throw new AnamnesisError('workspace.missing', {
      expected: say('workspace', 'folderWithFile', workspaceFiles.header),
      found: existsSync(folder)
        ? say('workspace', 'folderWithout')
        : say('workspace', 'noSuchFolder'),
      remedy: say('workspace', 'checkPathOrCreate'),
      place: folder,
    });
  }
  try {
    return parseHeader(readFileSync(place, 'utf8'), place);
  } catch (error) {
    throw explainStorageError(error, place);
  }
}

/** True where persons sign in by name, as far as the plain header tells; false where it cannot be read. */
export function asksForNames(folder: string): boolean {
  try {
    const header = readHeader(folder);
    return header.version === 2 && header.slots.filter(({ kind }) => kind === 'person').length > 1;
  } catch {
    return false;
  }
}

/** The header of a new workspace and its raw key, which is random. */
export function makeHeader(passphrase: string, scrypt: ScryptParameters) {
  const rawKey = randomBytes(rawKeyBytes);
  return { header: wrapInHeader({ id: randomUUID(), rawKey }, passphrase, scrypt), rawKey };
}

/**
 * A header that gives the raw key to whoever knows the passphrase. The key is only wrapped, so that
 * a passphrase can be changed without encrypting everything anew. @throws workspace.passphrase-empty
 */
export function wrapInHeader(
  { id, rawKey }: { readonly id: string; readonly rawKey: Uint8Array },
  passphrase: string,
  scrypt: ScryptParameters,
): OnePassphraseHeader {
  requirePassphrase(passphrase);
  const salt = randomBytes(32);
  const wrapping = { scrypt, salt: salt.toString('base64') };
  const wrappingKey = stretchPassphrase(passphrase, salt, scrypt);
  const wrapped = wrapKey(rawKey, wrappingKey, wrappingContext(id, wrapping, null));
  return {
    format: headerFormat,
    version: 1,
    id,
    ...wrapping,
    wrappedKey: wrapped.toString('base64'),
    keyCheck: deriveKey(rawKey, 'check').toString('base64'),
  };
}

/** What a passphrase has opened. */
export interface OpenedHeader {
  readonly rawKey: Uint8Array;
  /** Whose slots it opened; null in a workspace with one passphrase. */
  readonly personIds: readonly string[] | null;
}

export interface SlotChoice {
  /** Slots of persons, or the one of the recovery key. */
  readonly kind: 'person' | 'recovery';
  /** Also looks whether the passphrase opens further ones: two persons may have the same. */
  readonly all: boolean;
}

/**
 * Tries the slots one after the other, since the header does not tell whose they are: a passphrase
 * that opens none takes the same time whatever it is.
 * Throws "workspace.missing", "workspace.header-damaged", "workspace.header-altered" or
 * "workspace.wrong-key".
 */
export function openHeader(
  folder: string,
  passphrase: string,
  choice: SlotChoice = { kind: 'person', all: false },
): OpenedHeader {
  const header = readHeader(folder);
  if (header.version === 1) {
    if (choice.kind === 'recovery') refuseKey(folder, 'passphrase');
    return { rawKey: requireKey(keyFrom(header, passphrase), header, folder), personIds: null };
  }
  let rawKey: Uint8Array | null = null;
  const personIds: string[] = [];
  for (const slot of header.slots) {
    if (slot.kind !== choice.kind || (rawKey !== null && !choice.all)) continue;
    const found = openSlot(header.id, slot, passphrase);
    if (found === null) continue;
    rawKey = found;
    personIds.push(slot.id);
  }
  return { rawKey: requireKey(rawKey, header, folder), personIds };
}

/**
 * The raw key of a workspace, for a host that keeps it in the keychain of the operating system.
 * Throws what `openHeader` throws.
 */
export function unlockWorkspace(folder: string, secret: WorkspaceSecret): Uint8Array {
  if (!('rawKey' in secret)) return openHeader(folder, secret.passphrase).rawKey;
  const header = readHeader(folder);
  if (!isKeyOf(header, secret.rawKey)) refuseKey(folder, 'key');
  if (header.version === 2) requireSealOf(header, secret.rawKey, folder);
  return secret.rawKey;
}

function keyFrom(header: OnePassphraseHeader, passphrase: string): Uint8Array | null {
  const salt = Buffer.from(header.salt, 'base64');
  const wrappingKey = stretchPassphrase(passphrase, salt, header.scrypt);
  const wrapped = Buffer.from(header.wrappedKey, 'base64');
  return unwrapKey(wrapped, wrappingKey, wrappingContext(header.id, header, null));
}

function isKeyOf(header: WorkspaceHeader, rawKey: Uint8Array): boolean {
  return isRightKey(rawKey, Buffer.from(header.keyCheck, 'base64'));
}

function requireKey(
  rawKey: Uint8Array | null,
  header: WorkspaceHeader,
  folder: string,
): Uint8Array {
  if (rawKey === null) return refuseKey(folder, 'passphrase');
  // A key that was authentically unwrapped is the right one: then it is the header that was changed.
  if (header.version === 2) requireSealOf(header, rawKey, folder);
  if (!isKeyOf(header, rawKey)) return refuseKey(folder, 'passphrase');
  return rawKey;
}

/** @throws workspace.header-altered */
export function requireSealOf(header: SlotsHeader, rawKey: Uint8Array, folder: string): void {
  requireSeal(header, rawKey, join(folder, workspaceFiles.header));
}

function refuseKey(folder: string, kind: 'key' | 'passphrase'): never {
  throw new AnamnesisError('workspace.wrong-key', {
    expected: say('workspace', 'secretOfThis', kind),
    found: say('workspace', 'anotherSecret', kind),
    remedy: say('workspace', 'mindCapitals'),
    place: folder,
  });
}
