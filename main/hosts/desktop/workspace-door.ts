import type { DoorState } from '#core/api/contract/bridge.ts';
import type { Reply } from '#core/api/contract/failure.ts';
import type { Api } from '#core/api/create-api.ts';
import { failure, toFailure } from '#core/api/failure.ts';
import { createWorkspace, isWorkspace, openWorkspace } from '#core/storage/workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { defaultScrypt } from '#core/storage/workspace-key.ts';
import type { ScryptParameters } from '#core/storage/workspace-key.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';

/** Where the desktop keeps the raw key: wrapped by the keychain, or nowhere. */
export interface KeyStore {
  /** Null when there is none, or none that this user of the system can unwrap. */
  readonly read: () => Promise<Uint8Array | null>;
  readonly write: (rawKey: Uint8Array) => Promise<void>;
}

export interface WorkspaceDoor {
  readonly state: () => DoorState;
  /** Opens the workspace, or makes it where there is none. */
  readonly unlock: (passphrase: string) => Promise<Reply<null>>;
  readonly call: Api['call'];
  readonly join: Api['join'];
  readonly close: () => void;
}

export interface DoorSettings {
  readonly folder: string;
  readonly keys: KeyStore;
  /** What one guess at a new passphrase costs; lower only in tests. */
  readonly scrypt?: ScryptParameters;
  readonly openApi: (opened: { workspace: Workspace; rawKey: Uint8Array }) => Api;
}

/**
 * Stands between the window and the workspace: with a key from the keychain it is open from the
 * start, else it waits for the passphrase. Until then every call is refused.
 */
export async function createWorkspaceDoor(settings: DoorSettings): Promise<WorkspaceDoor> {
  const { folder, keys, scrypt = defaultScrypt, openApi } = settings;
  let opened: { readonly api: Api; readonly workspace: Workspace } | null = null;

  const open = (rawKey: Uint8Array): void => {
    const workspace = openWorkspace(folder, { rawKey });
    opened = { workspace, api: openApi({ workspace, rawKey }) };
  };
  const tryStoredKey = async (): Promise<void> => {
    const rawKey = await keys.read();
    if (rawKey === null || !isWorkspace(folder)) return;
    try {
      open(rawKey);
    } catch {
      // The key belongs to an earlier workspace of this folder, or the workspace is damaged: the
      // passphrase decides, and its answer tells the user what is wrong.
    }
  };
  await tryStoredKey();

  return {
    state: () => {
      if (opened !== null) return 'open';
      return isWorkspace(folder) ? 'locked' : 'absent';
    },
    async unlock(passphrase) {
      if (opened !== null) return { ok: true, value: null };
      try {
        if (!isWorkspace(folder)) createWorkspace(folder, { passphrase, scrypt }).close();
        const rawKey = unlockWorkspace(folder, { passphrase });
        open(rawKey);
        await keys.write(rawKey);
        return { ok: true, value: null };
      } catch (error) {
        return { ok: false, failure: toFailure(error) };
      }
    },
    call: (name, input) =>
      opened === null ? Promise.resolve(locked) : opened.api.call(name, input),
    join: (position, listener) => opened?.api.join(position, listener) ?? (() => undefined),
    close() {
      opened?.api.close();
      opened?.workspace.close();
      opened = null;
    },
  };
}

const locked: Reply<never> = {
  ok: false,
  failure: failure('workspace.locked', {
    expected: 'an open workspace',
    found: 'one that waits for its passphrase',
    remedy: 'Type the passphrase of the workspace.',
  }),
};
