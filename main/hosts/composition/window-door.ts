import type { FeedMessage, FeedPosition } from '#core/api/contract/events.ts';
import type { Reply } from '#core/api/contract/failure.ts';
import type { Api } from '#core/api/create-api.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ScryptParameters } from '#core/storage/workspace-key.ts';
import type { RecentWorkspaces } from './recent-workspaces.ts';
import type { SignInBrake } from './sign-in-brake.ts';

/** Where the desktop keeps the raw key of each workspace: wrapped by the keychain, or nowhere. */
export interface KeyStore {
  /** Null when there is none, or none that this user of the system can unwrap. */
  readonly read: (folder: string) => Promise<Uint8Array | null>;
  readonly write: (folder: string, rawKey: Uint8Array) => Promise<void>;
  readonly forget: (folder: string) => Promise<void>;
}

/** A workspace with its key, which lives in memory only. */
export interface OpenedWorkspace {
  readonly workspace: Workspace;
  readonly rawKey: Uint8Array;
}

/** What a transport needs: it passes messages in as they came, says from which session, and never looks inside. */
export interface WindowDoor {
  /** Never rejects. */
  call(name: string, input: unknown, session: string): Promise<Reply<unknown>>;
  join(
    position: FeedPosition | null,
    tell: (message: FeedMessage) => void,
    session: string,
  ): () => void;
}

/** An api for windows that outlives the workspaces which are opened and closed in it. */
export interface WorkspaceDoor extends WindowDoor {
  close(): void;
  /** Opens with the key from the keychain; false where there is none that fits. */
  readonly openWithStoredKey: (folder: string) => Promise<boolean>;
}

export interface DoorSettings {
  readonly recent: RecentWorkspaces;
  /** Null where no keychain is used. */
  readonly keys: KeyStore | null;
  /** The folder to which the paths of workspaces are relative. */
  readonly pathsRelativeTo: string;
  /** One that is open from the start. */
  readonly opened?: OpenedWorkspace;
  /** What one guess at a new passphrase costs; lower only in tests. */
  readonly scrypt?: ScryptParameters;
  /** The time; passed in by tests. */
  readonly nowMs?: () => number;
  readonly openApi: (opened: OpenedWorkspace, brake: SignInBrake) => Api;
  readonly onFault: (procedure: string) => void;
}
