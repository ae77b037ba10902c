import { say } from '#contract/wording.ts';
import type { Reply } from '#contract/failure.ts';
import { loopbackPaths } from '#contract/loopback-paths.ts';
import type { Client } from './client.ts';
import { CallError } from './client.ts';
import { followSocket } from './follow-socket.ts';
import { openSession, readSession } from './session.ts';

/** Speaks to the loopback host: calls over HTTP, events over one WebSocket. */
export function createLoopbackClient(page: Window): Client {
  const signedIn = openSession(page);
  return {
    async call(name, input) {
      await signedIn;
      const reply = await post(`${loopbackPaths.calls}${name}`, input, readSession(page));
      if (!reply.ok) throw new CallError(reply.failure);
      // The host checked the output against the contract before it sent it.
      return reply.value as never;
    },
    follow(listener) {
      signedIn.then(
        () => {
          const session = () => readSession(page);
          followSocket({ host: page.location.host, session, listener });
        },
        () => {
          listener.onConnection('signed-out');
        },
      );
    },
    // The program may run on another machine than the browser: only its own folders count.
    choosePaths: null,
    pathOf: null,
  };
}

async function post(path: string, input: unknown, session: string): Promise<Reply<unknown>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${session}` },
      body: JSON.stringify(input),
    });
    return (await response.json()) as Reply<unknown>;
  } catch {
    return { ok: false, failure: unreachable };
  }
}

const unreachable = {
  code: 'window.host-unreachable',
  expected: say('window', 'toAnswer'),
  found: say('window', 'noAnswer'),
  remedy: say('window', 'seeWhetherItRuns'),
  place: null,
};
