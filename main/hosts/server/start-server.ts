import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AnamnesisError } from '#core/base/error.ts';
import { signInSchema } from '#core/api/contract/loopback.ts';
import { loopbackPaths } from '#core/api/contract/loopback-paths.ts';
import { say } from '#core/wording/say.ts';
import type { WindowDoor } from '#hosts/composition/window-door.ts';
import { loadWindowFiles } from '#hosts/composition/window-files.ts';
import type { WindowFiles } from '#hosts/composition/window-files.ts';
import { answerError, answerFile, answerReply } from './answer.ts';
import { checkHost, checkOrigin } from './check-address.ts';
import { createEventSockets } from './event-sockets.ts';
import { createRateLimit } from './rate-limit.ts';
import { checkMessage, readMessage } from './read-message.ts';
import { refuse } from './refusal.ts';
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts';
import { createSignInDesk } from './sign-in.ts';
import type { SignInDesk } from './sign-in.ts';

const loopback = '127.0.0.1';
/** Far more than all windows that may be signed in open; keeps files for what the program does. */
const maxConnections = 256;
/** So long may answers and events that are on their way take at the end. */
const closeWithinMs = 1_000;

export interface ServerSettings {
  readonly door: WindowDoor;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Where the built window is, usually out/renderer. */
  readonly rendererFolder: string;
  /** The time; passed in by tests. */
  readonly nowMs?: () => number;
}

export interface RunningServer {
  /** The address that opens the window, once. */
  readonly url: string;
  readonly port: number;
  /** Another one-time address, for another window or after the first was used. */
  readonly newUrl: () => string;
  readonly close: () => Promise<void>;
}

interface Parts {
  readonly door: WindowDoor;
  readonly files: WindowFiles;
  readonly desk: SignInDesk;
  readonly limitRequests: () => void;
  readonly limitSignIns: () => void;
}

/**
 * Serves the window and the api to browsers on this machine, and to nobody else.
 * Throws `window.not-built` and `server.port-taken`.
 */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const { door, port, rendererFolder, nowMs = Date.now } = settings;
  const desk = createSignInDesk(nowMs);
  const parts: Parts = {
    door,
    desk,
    files: await loadWindowFiles(rendererFolder),
    limitRequests: createRateLimit({ burst: 300, perSecond: 50 }, nowMs),
    limitSignIns: createRateLimit({ burst: 10, perSecond: 0.2 }, nowMs),
  };
  const sockets = createEventSockets(door, desk);
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 });
  server.maxConnections = maxConnections;
  server.on('request', (request, response) => {
    handle(request, response, parts).catch((error: unknown) => {
      answerError(response, error);
    });
  });
  server.on('upgrade', (request, socket, head) => {
    // Node no longer listens to this socket: an error nobody hears would end the process.
    socket.on('error', () => socket.destroy());
    try {
      checkUpgrade(request, parts);
      sockets.accept(request, socket, head);
    } catch {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy());
    }
  });

  const actualPort = await listen(server, port);
  const newUrl = () => `http://${loopback}:${actualPort}/#${desk.issueToken()}`;
  return {
    url: newUrl(),
    port: actualPort,
    newUrl,
    close: () =>
      new Promise((resolve) => {
        const patience = setTimeout(() => {
          sockets.end();
          server.closeAllConnections();
        }, closeWithinMs);
        sockets.close();
        server.close(() => {
          clearTimeout(patience);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
): Promise<void> {
  checkHost(request.headers);
  checkOrigin(request.headers, request.method === 'POST');
  parts.limitRequests();
  const { url = '/', method } = request;
  if (method === 'GET' || method === 'HEAD') {
    const file = parts.files.get(url);
    if (file === undefined) refuseAddress();
    answerFile(response, file, method === 'GET');
  } else if (method === 'POST' && url === loopbackPaths.signIn) {
    parts.limitSignIns();
    const { token } = checkMessage(await readMessage(request), signInSchema);
    const { session, cookie } = parts.desk.exchange(token, readSessionCookie(request.headers));
    response.setHeader('Set-Cookie', writeSessionCookie(request.headers, cookie));
    answerReply(response, 200, { ok: true, value: { session } });
  } else if (method === 'POST' && url.startsWith(loopbackPaths.calls)) {
    // Signed in before the body is read: a stranger's body costs nothing.
    const half = /^Bearer (\S{1,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const session = parts.desk.check({ session: half, cookie: readSessionCookie(request.headers) });
    const input = await readMessage(request);
    const name = url.slice(loopbackPaths.calls.length);
    answerReply(response, 200, await parts.door.call(name, input, session));
  } else {
    refuseAddress();
  }
}

function checkUpgrade(request: IncomingMessage, parts: Parts): void {
  checkHost(request.headers);
  checkOrigin(request.headers, true);
  parts.limitRequests();
  if (request.url !== loopbackPaths.events) refuseAddress();
}

function refuseAddress(): never {
  return refuse('server.not-found', {
    expected: say('window', 'addressOfWindow'),
    found: say('window', 'another'),
    remedy: say('window', 'openPrintedAddress'),
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') reject(cause);
      else reject(portTaken(port, cause));
    });
    server.listen(port, loopback, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function portTaken(port: number, cause: unknown): AnamnesisError {
  return new AnamnesisError('server.port-taken', {
    expected: say('window', 'portFree', port),
    found: say('window', 'portUsed'),
    remedy: say('window', 'anotherPort'),
    cause,
  });
}
