import type { Bridge } from '#contract/bridge.ts';
import type { Client } from './client.ts';
import { CallError } from './client.ts';

/** Speaks through the Electron bridge: the process beside the window cannot be lost or signed out. */
export function createBridgeClient(bridge: Bridge): Client {
  return {
    async call(name, input) {
      const reply = await bridge.call(name, input);
      if (!reply.ok) throw new CallError(reply.failure);
      // The host checked the output against the contract before it sent it.
      return reply.value as never;
    },
    follow(listener) {
      bridge.join(null, (message) => {
        if (message.type === 'event') listener.onEvent(message.event);
        else listener.onMissed();
      });
      listener.onConnection('open');
    },
    choosePaths: (purpose) => bridge.choosePaths(purpose),
    pathOf: (file) => bridge.pathOf(file),
  };
}
