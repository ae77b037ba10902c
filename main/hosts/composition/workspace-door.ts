import { resolve } from 'node:path';
import type { Person } from '#core/domain/person.ts';
import type { FeedMessage, FeedPosition } from '#core/api/contract/events.ts';
import type { Reply } from '#core/api/contract/failure.ts';
import { procedureRoles } from '#core/api/contract/procedure-roles.ts';
import {
  hostProcedures,
  type HostProcedureName,
  type ProcedureName,
} from '#core/api/contract/procedures.ts';
import { answerCalls, type Api } from '#core/api/create-api.ts';
import { toFailure } from '#core/api/failure.ts';
import type { HandlersOf } from '#core/api/handlers.ts';
import { actAs } from '#core/storage/acting-person.ts';
import type { AuditAction } from '#core/storage/audit.ts';
import type { PersonRecord } from '#core/storage/persons.ts';
import {
  identify,
  recognise,
  unlockFor,
  type Credentials,
} from '#core/storage/recognise-person.ts';
import { createWorkspace, isWorkspace, openWorkspace } from '#core/storage/workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { defaultScrypt } from '#core/storage/workspace-key.ts';
import { describeDoor } from './describe-door.ts';
import { locked, notPermitted, notSignedIn } from './door-refusals.ts';
import { createPersonSessions } from './person-sessions.ts';
import { requireIdle } from './require-idle.ts';
import { createSignInBrake } from './sign-in-brake.ts';
import type { DoorSettings, OpenedWorkspace, WorkspaceDoor } from './window-door.ts';

interface Opened {
  readonly api: Api;
  readonly workspace: Workspace;
}

interface Listener {
  readonly tell: (message: FeedMessage) => void;
  readonly session: string;
  leave: () => void;
}

/** Who asks a host: the session, and the person who has signed in from it. */
interface HostAsking {
  /** What a host does is done by the program; who signs in is written down by itself. */
  readonly id: null;
  readonly session: string;
  readonly person: Person | null;
}

/** A position that no feed knows: whoever joins with it is told to ask for everything anew. */
const nowhere: FeedPosition = { epoch: 'no workspace', sequence: 0 };

/** Calls after which windows ask anew who may what. */
const changesPeople = new Set<string>([
  'people.add',
  'people.setRole',
  'people.lock',
  'people.unlock',
  'people.remove',
  'people.resetPassphrase',
] satisfies ProcedureName[]);

/**
 * Stands between windows and workspaces: answers itself which one is open, opens, makes and closes
 * them, knows who has signed in from which session, and passes all else on to the one that is open.
 * Windows that listen stay, whatever is opened, and are told to ask anew.
 */
export function createWorkspaceDoor(settings: DoorSettings): WorkspaceDoor {
  const { recent, keys, pathsRelativeTo, scrypt = defaultScrypt, openApi, onFault } = settings;
  const listeners = new Set<Listener>();
  const brake = createSignInBrake(settings.nowMs ?? Date.now);
  let opened: Opened | null = null;
  const sessions = createPersonSessions(() => opened?.workspace.persons ?? null);

  const connect = (listener: Listener, position: FeedPosition | null): void => {
    listener.leave();
    listener.leave = () => undefined;
    if (opened === null || sessions.personOf(listener.session) === null) {
      listener.tell({ type: 'joined', position: nowhere, missed: true });
      return;
    }
    listener.leave = opened.api.join(position, (message) => {
      // Whoever was locked meanwhile, perhaps by another program, hears nothing more.
      if (sessions.personOf(listener.session) === null) connect(listener, nowhere);
      else listener.tell(message);
    });
  };
  const askAnew = (session?: string): void => {
    for (const listener of listeners) {
      if (session === undefined || listener.session === session) connect(listener, nowhere);
    }
  };
  const close = (): void => {
    opened?.api.close();
    opened?.workspace.close();
    opened = null;
  };
  const show = (next: OpenedWorkspace | null): void => {
    for (const listener of listeners) listener.leave();
    close();
    if (next !== null) opened = { workspace: next.workspace, api: openApi(next, brake) };
    askAnew();
  };
  const record = (person: PersonRecord | null, action: AuditAction): void => {
    actAs(person?.id ?? null, () => {
      opened?.workspace.audit.append(action, {});
    });
  };
  const admit = (person: PersonRecord): void => {
    if (person.kind === 'recovery') record(person, 'recovery-key.used');
    else if (person.name !== null) record(person, 'person.signed-in');
  };
  const signIn = async (
    workspace: Workspace,
    credentials: Credentials,
    session: string,
  ): Promise<void> => {
    let person: PersonRecord;
    try {
      person = await recognise(workspace, credentials);
    } catch (error) {
      if (opened?.workspace === workspace) record(null, 'person.sign-in-refused');
      throw error;
    }
    // Another may have been opened while the passphrase was stretched.
    if (opened?.workspace !== workspace) return;
    sessions.bind(session, person);
    admit(person);
    askAnew(session);
  };
  const open = async (folder: string, credentials: Credentials, session: string): Promise<void> => {
    if (opened?.workspace.folder === folder) await signIn(opened.workspace, credentials, session);
    else {
      requireOwner(session);
      const unlocked = unlockFor(folder, credentials);
      if (opened !== null) await requireIdle(opened);
      // First the new one: where it is damaged, the one that is open stays.
      const workspace = openWorkspace(folder, { rawKey: unlocked.rawKey }, { scrypt });
      const person = orClose(workspace, () => identify(workspace, unlocked, credentials));
      sessions.clear();
      sessions.bind(session, person);
      show({ workspace, rawKey: unlocked.rawKey });
      admit(person);
      // What the keychain opens, it opens for whoever uses this account: not where persons sign in.
      if (workspace.persons.hasNames()) await keys?.forget(folder);
      else await keys?.write(folder, unlocked.rawKey);
    }
    recent.add(folder);
  };
  /** Only an owner may close what is open. @throws person.not-permitted, person.not-signed-in */
  const requireOwner = (session: string): void => {
    const refused = refusalUnlessOwner(sessions.personOf(session));
    if (refused !== null) throw refused;
  };
  /** Null where nothing is open, or an owner asks. */
  const refusalUnlessOwner = (person: Person | null) => {
    if (opened === null || person?.role === 'owner') return null;
    if (person === null) return notSignedIn();
    actAs(person.id, () => {
      opened?.workspace.audit.append('call.refused', { procedure: 'workspaces', needed: 'owner' });
    });
    return notPermitted(person.role, 'owner');
  };

  const handlers: HandlersOf<HostProcedureName, HostAsking> = {
    'workspaces.describe': (_input, { person }) =>
      Promise.resolve(describeDoor(opened?.workspace ?? null, person, settings)),
    'workspaces.open': async ({ folder, ...credentials }, { session }) => {
      const name = credentials.isRecovery === true ? 'recovery key' : (credentials.name ?? '');
      await brake.attempt(name, () => open(resolve(pathsRelativeTo, folder), credentials, session));
      return {};
    },
    'workspaces.create': async ({ folder: named, passphrase }, { session }) => {
      const folder = resolve(pathsRelativeTo, named);
      if (opened !== null) await requireIdle(opened);
      createWorkspace(folder, { passphrase, scrypt }).close();
      await open(folder, { passphrase }, session);
      return {};
    },
    'workspaces.lock': async () => {
      if (opened === null) return {};
      const { folder } = opened.workspace;
      await requireIdle(opened);
      sessions.clear();
      show(null);
      await keys?.forget(folder);
      return {};
    },
    'workspaces.signOut': (_input, { session, person }) => {
      if (person !== null && sessions.end(session)) {
        actAs(person.id, () => {
          opened?.workspace.audit.append('person.signed-out', {});
        });
        askAnew(session);
      }
      return Promise.resolve({});
    },
    'workspaces.forget': async ({ folder }) => {
      recent.forget(folder);
      await keys?.forget(folder);
      return {};
    },
  };
  const answer = answerCalls(handlers, {
    onFault,
    refusal: (name, { person }) => {
      const refused = procedureRoles[name] === 'owner-if-open' ? refusalUnlessOwner(person) : null;
      return refused === null ? null : toFailure(refused);
    },
  });
  /** Passes a call on; the first name that is given makes the one who gave it its owner. */
  const pass = async (
    { workspace, api }: Opened,
    call: { readonly name: string; readonly input: unknown },
    { person, session }: { readonly person: Person; readonly session: string },
  ): Promise<Reply<unknown>> => {
    const hadNames = workspace.persons.hasNames();
    const reply = await api.call(call.name, call.input, person);
    if (!reply.ok || !changesPeople.has(call.name) || opened?.workspace !== workspace) return reply;
    if (!hadNames && workspace.persons.hasNames()) {
      sessions.bind(session, workspace.persons.first());
      await keys?.forget(workspace.folder);
    }
    askAnew();
    return reply;
  };
  if (settings.opened !== undefined) show(settings.opened);

  return {
    async openWithStoredKey(folder) {
      const rawKey = (await keys?.read(folder)) ?? null;
      if (rawKey === null || !isWorkspace(folder)) return false;
      try {
        const workspace = openWorkspace(folder, { rawKey }, { scrypt });
        if (workspace.persons.hasNames()) {
          workspace.close();
          await keys?.forget(folder);
          return false;
        }
        show({ workspace, rawKey });
        return true;
      } catch {
        // The key belongs to an earlier workspace of this folder, or the workspace is damaged: the
        // passphrase decides, and its answer tells the user what is wrong.
        return false;
      }
    },
    call: (name, input, session) => {
      const person = sessions.personOf(session);
      if (Object.hasOwn(hostProcedures, name)) {
        return answer(name, input, { id: null, session, person });
      }
      if (opened === null) return Promise.resolve(locked);
      if (person === null) {
        return Promise.resolve({ ok: false, failure: toFailure(notSignedIn()) });
      }
      return pass(opened, { name, input }, { person, session });
    },
    join(position, tell, session) {
      const listener: Listener = { tell, session, leave: () => undefined };
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

/** What `look` gives; where it throws the workspace is closed. */
function orClose<Result>(workspace: Workspace, look: () => Result): Result {
  try {
    return look();
  } catch (error) {
    workspace.close();
    throw error;
  }
}
