import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { FeedMessage } from '#core/api/contract/events.ts';
import { joinSchema } from '#core/api/contract/loopback.ts';
import { beatEveryMs, closedNotSignedIn, type Beat } from '#core/api/contract/loopback-paths.ts';
import type { WindowDoor } from '#hosts/composition/window-door.ts';
import { parseMessage } from './read-message.ts';
import { readSessionCookie } from './session-cookie.ts';
import type { SignInDesk } from './sign-in.ts';

const maxMessageBytes = 4_096;
const joinWithinMs = 5_000;
const pingEveryMs = 30_000;
/** A window that reads this much too slowly is let go; it catches up when it comes back. */
const maxWaitingBytes = 4_000_000;
const maxSockets = 32;
/** RFC 6455, section 7.4.1: the server goes down. */
const closedGoingAway = 1001;
const beat = JSON.stringify({ type: 'beat' } satisfies Beat);

export interface EventSockets {
  readonly accept: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Sends what waits, then closes each socket as both sides agree. */
  readonly close: () => void;
  /** Ends those whose other side does not answer. */
  readonly end: () => void;
}

/** Carries the feed of the api to windows: each sends one message, says who it is, and listens. */
export function createEventSockets(door: WindowDoor, desk: SignInDesk): EventSockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  });
  const answered = new WeakSet<WebSocket>();
  const pings = setInterval(() => {
    for (const socket of server.clients) {
      if (!answered.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, pingEveryMs);

  /** Those that listen to the feed. A host that is frozen sends no beat, although its system answers. */
  const joined = new Set<WebSocket>();
  const beats = setInterval(() => {
    for (const socket of joined) if (socket.readyState === WebSocket.OPEN) socket.send(beat);
  }, beatEveryMs);

  const attach = (socket: WebSocket, cookie: string): void => {
    answered.add(socket);
    socket.on('pong', () => answered.add(socket));
    // A broken frame closes the socket by itself; without a listener it would end the process.
    socket.on('error', () => {
      socket.terminate();
    });
    const patience = setTimeout(() => {
      socket.close(closedNotSignedIn);
    }, joinWithinMs);
    socket.once('close', () => {
      clearTimeout(patience);
    });
    socket.once('message', (data: Buffer, isBinary) => {
      clearTimeout(patience);
      if (isBinary || !subscribe(socket, { text: data.toString('utf8'), cookie }))
        socket.close(closedNotSignedIn);
    });
  };

  const subscribe = (
    socket: WebSocket,
    { text, cookie }: { readonly text: string; readonly cookie: string },
  ): boolean => {
    try {
      const { session: half, position } = parseMessage(text, joinSchema);
      const session = desk.check({ session: half, cookie });
      const tell = (message: FeedMessage) => {
        if (socket.readyState !== WebSocket.OPEN) return;
        if (socket.bufferedAmount > maxWaitingBytes) socket.terminate();
        else socket.send(JSON.stringify(message));
      };
      const leave = door.join(position, tell, session);
      joined.add(socket);
      socket.once('close', () => {
        joined.delete(socket);
        leave();
      });
      return true;
    } catch {
      return false;
    }
  };

  return {
    accept(request, socket, head) {
      if (server.clients.size >= maxSockets) {
        socket.destroy();
        return;
      }
      const cookie = readSessionCookie(request.headers);
      server.handleUpgrade(request, socket, head, (opened) => {
        attach(opened, cookie);
      });
    },
    close() {
      clearInterval(pings);
      clearInterval(beats);
      for (const socket of server.clients) socket.close(closedGoingAway);
      server.close();
    },
    end() {
      for (const socket of server.clients) socket.terminate();
    },
  };
}
