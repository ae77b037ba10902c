import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { explainStorageError } from './storage-errors.ts';
import { workspaceFiles } from './workspace-files.ts';
import { headerConstants, parseHeader, wrappingContext } from './workspace-header.ts';
import type { WorkspaceHeader } from './workspace-header.ts';
import {
  deriveKey,
  isRightKey,
  rawKeyBytes,
  stretchPassphrase,
  unwrapKey,
  wrapKey,
} from './workspace-key.ts';
import type { ScryptParameters } from './workspace-key.ts';

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

/** The header of a new workspace and its raw key, which is random. */
export function makeHeader(passphrase: string, scrypt: ScryptParameters) {
  const rawKey = randomBytes(rawKeyBytes);
  return { header: wrapInHeader({ id: randomUUID(), rawKey }, passphrase, scrypt), rawKey };
}

/**
 * A header that gives the raw key to whoever knows the passphrase. The key is only wrapped, so that
 * a passphrase can be changed without encrypting everything anew.
 */
export function wrapInHeader(
  { id, rawKey }: { readonly id: string; readonly rawKey: Uint8Array },
  passphrase: string,
  scrypt: ScryptParameters,
): WorkspaceHeader {
  if (passphrase === '') {
    throw new AnamnesisError('workspace.passphrase-empty', {
      expected: say('workspace', 'aPassphrase'),
      found: say('workspace', 'anEmptyOne'),
      remedy: say('workspace', 'choosePassphrase'),
    });
  }
  const salt = randomBytes(32);
  const start = {
    ...headerConstants,
    id,
    scrypt,
    salt: salt.toString('base64'),
  };
  const wrappingKey = stretchPassphrase(passphrase, salt, scrypt);
  return {
    ...start,
    wrappedKey: wrapKey(rawKey, wrappingKey, wrappingContext(start)).toString('base64'),
    keyCheck: deriveKey(rawKey, 'check').toString('base64'),
  };
}

function keyFrom(header: WorkspaceHeader, secret: WorkspaceSecret): Uint8Array | null {
  if ('rawKey' in secret) return secret.rawKey;
  const salt = Buffer.from(header.salt, 'base64');
  const wrappingKey = stretchPassphrase(secret.passphrase, salt, header.scrypt);
  const wrapped = Buffer.from(header.wrappedKey, 'base64');
  return unwrapKey(wrapped, wrappingKey, wrappingContext(header));
}

/**
 * The raw key of a workspace, for a host that keeps it in the keychain of the operating system.
 * Throws "workspace.missing", "workspace.header-damaged" or "workspace.wrong-key".
 */
export function unlockWorkspace(folder: string, secret: WorkspaceSecret): Uint8Array {
  const header = readHeader(folder);
  const rawKey = keyFrom(header, secret);
  if (rawKey !== null && isRightKey(rawKey, Buffer.from(header.keyCheck, 'base64'))) return rawKey;
  const kind = 'rawKey' in secret ? 'key' : 'passphrase';
  throw new AnamnesisError('workspace.wrong-key', {
    expected: say('workspace', 'secretOfThis', kind),
    found: say('workspace', 'anotherSecret', kind),
    remedy: say('workspace', 'mindCapitals'),
    place: folder,
  });
}
