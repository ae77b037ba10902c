import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import type { FeedMessage, FeedPosition } from '#core/api/contract/events.ts';
import type { Reply } from '#core/api/contract/failure.ts';
import { hostProcedures, type HostProcedureName } from '#core/api/contract/procedures.ts';
import type { StudySummary } from '#core/api/contract/study.ts';
import type { WorkspacesView } from '#core/api/contract/workspaces.ts';
import { answerCalls, type Api } from '#core/api/create-api.ts';
import { failure } from '#core/api/failure.ts';
import type { HandlersOf } from '#core/api/handlers.ts';
import { asPerson } from '#core/storage/persons.ts';
import { createWorkspace, isWorkspace, openWorkspace } from '#core/storage/workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { defaultScrypt } from '#core/storage/workspace-key.ts';
import type { ScryptParameters } from '#core/storage/workspace-key.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { say } from '#core/wording/say.ts';
import type { RecentWorkspaces } from './recent-workspaces.ts';

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
  readonly openApi: (opened: OpenedWorkspace) => Api;
  readonly onFault: (procedure: string) => void;
}

interface Opened {
  readonly api: Api;
  readonly workspace: Workspace;
}

interface Listener {
  readonly tell: (message: FeedMessage) => void;
  leave: () => void;
}

/** A position that no feed knows: whoever joins with it is told to ask for everything anew. */
const nowhere: FeedPosition = { epoch: 'no workspace', sequence: 0 };

/**
 * Stands between windows and workspaces: answers itself which one is open, opens, makes and closes
 * them, and passes all else on to the one that is open. Windows that listen stay, whatever is opened,
 * and are told to ask anew.
 */
export function createWorkspaceDoor(settings: DoorSettings): WorkspaceDoor {
  const { recent, keys, pathsRelativeTo, scrypt = defaultScrypt, openApi, onFault } = settings;
  const listeners = new Set<Listener>();
  let opened: Opened | null = null;

  const connect = (listener: Listener, position: FeedPosition | null): void => {
    listener.leave();
    if (opened === null) {
      listener.tell({ type: 'joined', position: nowhere, missed: true });
      listener.leave = () => undefined;
    } else listener.leave = opened.api.join(position, listener.tell);
  };
  const close = (): void => {
    opened?.api.close();
    opened?.workspace.close();
    opened = null;
  };
  const show = (next: OpenedWorkspace | null): void => {
    for (const listener of listeners) listener.leave();
    close();
    if (next !== null) opened = { workspace: next.workspace, api: openApi(next) };
    for (const listener of listeners) connect(listener, nowhere);
  };
  const open = async (folder: string, passphrase: string): Promise<void> => {
    const rawKey = unlockWorkspace(folder, { passphrase });
    if (opened?.workspace.folder !== folder) {
      await requireIdle(opened);
      // First the new one: where it is damaged, the one that is open stays.
      show({ workspace: openWorkspace(folder, { rawKey }), rawKey });
    }
    recent.add(folder);
    await keys?.write(folder, rawKey);
  };

  const handlers: HandlersOf<HostProcedureName, null> = {
    'workspaces.describe': () =>
      Promise.resolve(describeDoor(opened?.workspace.folder ?? null, { recent, pathsRelativeTo })),
    'workspaces.open': async ({ folder, passphrase }) => {
      await open(resolve(pathsRelativeTo, folder), passphrase);
      return {};
    },
    'workspaces.create': async ({ folder: named, passphrase }) => {
      const folder = resolve(pathsRelativeTo, named);
      await requireIdle(opened);
      createWorkspace(folder, { passphrase, scrypt }).close();
      await open(folder, passphrase);
      return {};
    },
    'workspaces.lock': async () => {
      if (opened === null) return {};
      const { folder } = opened.workspace;
      await requireIdle(opened);
      show(null);
      await keys?.forget(folder);
      return {};
    },
    'workspaces.forget': async ({ folder }) => {
      recent.forget(folder);
      await keys?.forget(folder);
      return {};
    },
  };
  const answer = answerCalls(handlers, { onFault, refusal: () => null });
  if (settings.opened !== undefined) show(settings.opened);

  return {
    async openWithStoredKey(folder) {
      const rawKey = (await keys?.read(folder)) ?? null;
      if (rawKey === null || !isWorkspace(folder)) return false;
      try {
        show({ workspace: openWorkspace(folder, { rawKey }), rawKey });
        return true;
      } catch {
        // The key belongs to an earlier workspace of this folder, or the workspace is damaged: the
        // passphrase decides, and its answer tells the user what is wrong.
        return false;
      }
    },
    call: (name, input) => {
      if (Object.hasOwn(hostProcedures, name)) return answer(name, input, null);
      if (opened === null) return Promise.resolve(locked);
      return opened.api.call(name, input, asPerson(opened.workspace.persons.first()));
    },
    join(position, tell) {
      const listener: Listener = { tell, leave: () => undefined };
      listeners.add(listener);
      connect(listener, position);
      return () => {
        listeners.delete(listener);
        listener.leave();
      };
    },
    close,
  };
}

function describeDoor(
  folder: string | null,
  { recent, pathsRelativeTo }: Pick<DoorSettings, 'recent' | 'pathsRelativeTo'>,
): WorkspacesView {
  const nameOf = (each: string) => basename(each);
  return {
    open: folder === null ? null : { folder, name: nameOf(folder) },
    recent: recent.list().map((each) => ({
      folder: each,
      name: nameOf(each),
      isThere: existsSync(each) && isWorkspace(each),
    })),
    pathsRelativeTo,
  };
}

const busyStates: readonly StudySummary['state'][] = ['running', 'stopping'];

/** A study that runs would be stopped by leaving its workspace: that must be asked for by itself. */
async function requireIdle(opened: Opened | null): Promise<void> {
  if (opened === null) return;
  const { api, workspace } = opened;
  const owner = asPerson(workspace.persons.first());
  const [studies, task] = await Promise.all([
    api.call('studies.list', {}, owner),
    api.call('models.task', {}, owner),
  ]);
  const running = studies.ok
    ? (studies.value as readonly StudySummary[]).find(({ state }) => busyStates.includes(state))
    : undefined;
  const isTaskRunning =
    task.ok && (task.value as { task: { state: string } | null }).task?.state === 'running';
  if (running === undefined && !isTaskRunning) return;
  throw new AnamnesisError('workspace.not-idle', {
    expected: say('window', 'idleWorkspace'),
    found:
      running === undefined
        ? say('window', 'workOnModel')
        : say('window', 'runningStudy', running.name),
    remedy: running === undefined ? say('window', 'waitUntilDone') : say('window', 'waitOrStop'),
  });
}

const locked: Reply<never> = {
  ok: false,
  failure: failure('workspace.locked', {
    expected: say('window', 'openWorkspace'),
    found: say('window', 'waitsForPassphrase'),
    remedy: say('window', 'typePassphrase'),
  }),
};
