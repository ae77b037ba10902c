import type { Bridge } from '#contract/bridge.ts';
import { CallError } from './client.ts';

/** The desktop's workspace before it is open. */
export interface Door {
  readonly isNew: boolean;
  /** Throws a CallError. */
  readonly unlock: (passphrase: string) => Promise<void>;
}

/** Null when nothing has to be unlocked: the workspace is open, or the host has opened it. */
export async function findClosedDoor(bridge: Bridge | undefined): Promise<Door | null> {
  const state = (await bridge?.door()) ?? 'open';
  if (bridge === undefined || state === 'open') return null;
  return {
    isNew: state === 'absent',
    async unlock(passphrase) {
      const reply = await bridge.unlock(passphrase);
      if (!reply.ok) throw new CallError(reply.failure);
    },
  };
}
