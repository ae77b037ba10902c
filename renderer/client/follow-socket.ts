import type { FeedMessage, FeedPosition } from '#contract/events.ts';
import { closedNotSignedIn, loopbackPaths } from '#contract/loopback-paths.ts';
import type { Join } from '#contract/loopback.ts';
import type { FeedListener } from './client.ts';

const firstWaitMs = 500;
const longestWaitMs = 8_000;

interface SocketSettings {
  /** Name and port of the page. */
  readonly host: string;
  readonly session: string;
  readonly listener: FeedListener;
}

/** Listens to the feed and comes back after each break with the position where it was. */
export function followSocket({ host, session, listener }: SocketSettings): void {
  let position: FeedPosition | null = null;
  let waitMs = firstWaitMs;

  const open = (): void => {
    const socket = new WebSocket(`ws://${host}${loopbackPaths.events}`);
    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ session, position } satisfies Join));
    });
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data as string) as FeedMessage;
      if (message.type === 'event') listener.onEvent(message.event);
      else {
        waitMs = firstWaitMs;
        listener.onConnection('open');
        // Something may also have happened between the first look and the first joining.
        if (message.missed || position === null) listener.onMissed();
      }
      position = message.position;
    });
    socket.addEventListener('close', ({ code }) => {
      if (code === closedNotSignedIn) {
        listener.onConnection('signed-out');
        return;
      }
      listener.onConnection('lost');
      setTimeout(open, waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    });
  };
  open();
}
