import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { renameForGood, writeNewFile } from './file-system.ts';
import { explainStorageError } from './storage-errors.ts';
import { openWorkspace } from './workspace.ts';
import { workspaceFiles } from './workspace-files.ts';
import { formatHeader } from './workspace-header.ts';
import type { OnePassphraseHeader } from './workspace-header.ts';
import { defaultScrypt } from './workspace-key.ts';
import type { ScryptParameters } from './workspace-key.ts';
import { readHeader, wrapInHeader } from './workspace-secret.ts';

export interface PassphraseChange {
  /** As `unlockWorkspace` gives it for the present passphrase. */
  readonly rawKey: Uint8Array;
  readonly newPassphrase: string;
  /** What one guess at the new one costs; lower only in tests. */
  readonly scrypt?: ScryptParameters;
}

/**
 * Gives a workspace another passphrase. After a kill the old or the new one opens it. The key stays
 * what it was: an earlier copy of the header still gives it to whoever knows the old passphrase.
 * Throws what `openWorkspace` throws, "workspace.passphrase-empty", and "person.name-missing" where
 * persons have passphrases of their own, which `people.ts` changes.
 */
export function changePassphrase(
  folder: string,
  { rawKey, newPassphrase, scrypt = defaultScrypt }: PassphraseChange,
): void {
  const { id } = requireOnePassphrase(folder);
  const workspace = openWorkspace(folder, { rawKey });
  const written = join(folder, workspaceFiles.newHeader);
  try {
    const header = wrapInHeader({ id, rawKey }, newPassphrase, scrypt);
    workspace.transaction(() => {
      // Meanwhile another program may have given the workspace persons, whose slots must stay.
      requireOnePassphrase(folder);
      rmSync(written, { force: true });
      writeNewFile(written, formatHeader(header));
      workspace.audit.append('workspace.passphrase-changed', {});
      renameForGood(written, join(folder, workspaceFiles.header));
    });
  } catch (error) {
    rmSync(written, { force: true });
    throw explainStorageError(error, written);
  } finally {
    workspace.close();
  }
}

/** @throws person.name-missing */
function requireOnePassphrase(folder: string): OnePassphraseHeader {
  const header = readHeader(folder);
  return header.version === 1 ? header : refusePersons(folder);
}

function refusePersons(folder: string): never {
  throw new AnamnesisError('person.name-missing', {
    expected: say('people', 'whosePassphrase'),
    found: say('people', 'severalPassphrases'),
    remedy: say('people', 'giveName'),
    place: folder,
  });
}
