import type { FeedMessage, FeedPosition } from '#contract/events.ts';
import {
  closedNotSignedIn,
  loopbackPaths,
  silentAfterMs,
  type Beat,
} from '#contract/loopback-paths.ts';
import type { Join } from '#contract/loopback.ts';
import type { FeedListener } from './client.ts';

const firstWaitMs = 500;
const longestWaitMs = 8_000;
const lookEveryMs = 500;
/** A connection that is dead without having been closed, as after a sleep, is given up then. */
const givenUpAfterMs = 15_000;

interface SocketSettings {
  /** Name and port of the page. */
  readonly host: string;
  /** As it is when the socket is opened. */
  readonly session: () => string;
  readonly listener: FeedListener;
}

/**
 * Listens to the feed and comes back after each break with the position where it was. Between the
 * messages come beats: without them a host that is frozen would look as one that has nothing to say.
 */
export function followSocket({ host, session, listener }: SocketSettings): void {
  let position: FeedPosition | null = null;
  let waitMs = firstWaitMs;

  const open = (): void => {
    const socket = new WebSocket(`ws://${host}${loopbackPaths.events}`);
    let isGivenUp = false;
    let isSilent = false;
    let heardAtMs: number | null = null;

    const hear = (): void => {
      heardAtMs = Date.now();
      if (isSilent) listener.onConnection('open');
      isSilent = false;
    };
    const watch = setInterval(() => {
      const silentMs = heardAtMs === null ? 0 : Date.now() - heardAtMs;
      if (silentMs > silentAfterMs && !isSilent) {
        isSilent = true;
        listener.onConnection('silent');
      }
      if (silentMs <= givenUpAfterMs) return;
      isGivenUp = true;
      clearInterval(watch);
      socket.close();
      open();
    }, lookEveryMs);

    socket.addEventListener('open', () => {
      socket.send(JSON.stringify({ session: session(), position } satisfies Join));
    });
    socket.addEventListener('message', ({ data }) => {
      if (isGivenUp) return;
      hear();
      const message = JSON.parse(data as string) as FeedMessage | Beat;
      if (message.type === 'beat') return;
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
      clearInterval(watch);
      if (isGivenUp) return;
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
