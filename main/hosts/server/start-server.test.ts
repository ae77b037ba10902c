import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { ApiEvent, FeedMessage } from '#core/api/contract/events.ts';
import {
  beatEveryMs,
  closedNotSignedIn,
  loopbackPaths,
  silentAfterMs,
  type Beat,
} from '#core/api/contract/loopback-paths.ts';
import type { Api } from '#core/api/create-api.ts';
import { createFeed } from '#core/api/feed.ts';
import { startServer } from './start-server.ts';
import type { RunningServer } from './start-server.ts';

/** An api that tells what reached it; the transport must not care what an api does. */
const feed = createFeed({ epoch: 'test', capacity: 100 });
const reached: string[] = [];
const api: Api = {
  call: (name, input) => {
    reached.push(name);
    return Promise.resolve({ ok: true, value: { name, input } });
  },
  join: feed.join,
  close: () => undefined,
};

let folder: string;
let server: RunningServer;
let clockMs = 1_000_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'window-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Window</title>');
  await writeFile(join(folder, 'secret.key'), 'not a file of a window');
  server = await startServer({ api, port: 0, rendererFolder: folder, nowMs: () => clockMs });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Question {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A request as a browser's window of the server would send it, unless told otherwise. */
function send(options: Question, body?: string | Buffer): Promise<Answer> {
  clockMs += 10_000;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: server.port,
        agent: false,
        ...options,
        headers: {
          Host: `127.0.0.1:${server.port}`,
          ...(options.method === 'POST' && {
            Origin: `http://127.0.0.1:${server.port}`,
            'Content-Type': 'application/json',
          }),
          ...options.headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(parts).toString(),
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function codeOf(answer: Answer): string {
  return (JSON.parse(answer.body) as { failure: { code: string } }).failure.code;
}

const tokenOf = (url: string) => new URL(url).hash.slice(1);

/** Both halves, as a browser keeps them: the cookie with its name, without what was said of it. */
interface SignedIn {
  readonly session: string;
  readonly cookie: string;
}

async function signIn(host = `127.0.0.1:${server.port}`): Promise<SignedIn> {
  const body = JSON.stringify({ token: tokenOf(server.newUrl()) });
  const headers = { Host: host, Origin: `http://${host}` };
  const answer = await send({ method: 'POST', path: loopbackPaths.signIn, headers }, body);
  const { session } = (JSON.parse(answer.body) as { value: { session: string } }).value;
  return { session, cookie: String(answer.headers['set-cookie']).split(';')[0] };
}

const callOptions = ({ session, cookie }: SignedIn, name = 'studies.list'): Question => ({
  method: 'POST',
  path: loopbackPaths.calls + name,
  headers: { Authorization: `Bearer ${session}`, Cookie: cookie },
});

describe('the window', () => {
  it('is served with a policy that lets it load and reach nothing but its own host', async () => {
    const answer = await send({ path: '/' });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('<title>Window</title>');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
  });

  it('consists of the built files and of nothing else that a path can name', async () => {
    for (const path of [
      '/secret.key',
      '/../secret.key',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2fetc/passwd',
      '//etc/passwd',
      '/index.html/../secret.key',
      '/assets/..\\..\\secret.key',
      '/index.html%00.js',
      'http://example.org/',
    ]) {
      const answer = await send({ path });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('is not there before it is built, and the error names the command', async () => {
    const missing = startServer({ api, port: 0, rendererFolder: join(folder, 'no') });
    await expect(missing).rejects.toMatchObject({
      code: 'window.not-built',
      details: { remedy: 'Run `npm run build` first.' },
    });
  });
});

describe('the address', () => {
  it('is on loopback only, and its secret is in the fragment, which browsers never send', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
  });

  it('opens one window once', async () => {
    const body = JSON.stringify({ token: tokenOf(server.newUrl()) });
    const options = { method: 'POST', path: loopbackPaths.signIn };
    expect((await send(options, body)).status).toBe(200);
    const again = await send(options, body);
    expect([again.status, codeOf(again)]).toEqual([401, 'server.address-used']);
  });

  it('gives a cookie that scripts and other sites do not get, named by the port', async () => {
    const body = JSON.stringify({ token: tokenOf(server.newUrl()) });
    const answer = await send({ method: 'POST', path: loopbackPaths.signIn }, body);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(`^anamnesis-${server.port}=[\\w-]{43}; Path=/api; HttpOnly; SameSite=Strict$`),
      ),
    ]);
    expect(answer.body).not.toContain(String(answer.headers['set-cookie']).slice(16, 59));
  });

  it('cannot be guessed at leisure', async () => {
    const guess = () =>
      send({ method: 'POST', path: loopbackPaths.signIn }, JSON.stringify({ token: 'guess' }));
    expect(codeOf(await guess())).toBe('server.not-signed-in');
    const frozenMs = clockMs;
    const codes: string[] = [];
    for (let count = 0; count < 12; count++) {
      clockMs = frozenMs - 10_000;
      codes.push(codeOf(await guess()));
    }
    clockMs = frozenMs + 60_000;
    expect(codes.at(-1)).toBe('server.too-many-requests');
  });

  it('names a port that is taken, with a remedy', async () => {
    const second = startServer({ api, port: server.port, rendererFolder: folder });
    await expect(second).rejects.toMatchObject({ code: 'server.port-taken' });
  });
});

describe('a call', () => {
  it('passes its name and input to the api when the window is signed in', async () => {
    const answer = await send(callOptions(await signIn()), '{"a":1}');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { name: 'studies.list', input: { a: 1 } },
    });
  });

  it('is refused without a session, and the api hears nothing of it', async () => {
    reached.length = 0;
    const options = { method: 'POST', path: `${loopbackPaths.calls}studies.list` };
    const none = await send(options, '{}');
    const wrong = await send(callOptions({ session: 'x'.repeat(43), cookie: '' }), '{}');
    expect([none.status, codeOf(none)]).toEqual([401, 'server.not-signed-in']);
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 'server.not-signed-in']);
    expect(reached).toEqual([]);
  });

  it('is refused with one half of a session, and with halves of two', async () => {
    reached.length = 0;
    const [one, other] = [await signIn(), await signIn()];
    const bare = `anamnesis-1=${one.cookie.split('=')[1]}`;
    for (const halves of [
      { ...one, cookie: '' },
      { ...one, session: 'x' },
      { ...one, cookie: other.cookie },
      { ...one, cookie: bare },
    ]) {
      const answer = await send(callOptions(halves), '{}');
      expect([answer.status, codeOf(answer)]).toEqual([401, 'server.not-signed-in']);
    }
    expect(reached).toEqual([]);
    const headers = { Cookie: `theirs=1; ${one.cookie}; anamnesis-1=x` };
    const asked = callOptions(one);
    const answer = await send({ ...asked, headers: { ...asked.headers, ...headers } }, '{}');
    expect(answer.status).toBe(200);
  });

  it('is refused when the session was idle for half a day', async () => {
    const session = await signIn();
    clockMs += 13 * 60 * 60 * 1000;
    const answer = await send(callOptions(session), '{}');
    expect(codeOf(answer)).toBe('server.not-signed-in');
  });

  it('is refused when a page of another name was re-bound to this machine', async () => {
    const options = callOptions(await signIn());
    for (const host of ['evil.example', `evil.example:${server.port}`, '127.0.0.1.evil.example']) {
      const headers = { ...options.headers, Host: host, Origin: `http://${host}` };
      const answer = await send({ ...options, headers }, '{}');
      expect([answer.status, codeOf(answer)]).toEqual([403, 'server.refused-host']);
    }
  });

  it('is refused from a page of another origin, also of another port, and without an origin', async () => {
    const options = callOptions(await signIn());
    for (const origin of ['https://evil.example', 'http://127.0.0.1:1', 'null', '']) {
      const headers = { ...options.headers, Origin: origin };
      const answer = await send({ ...options, headers }, '{}');
      expect([answer.status, codeOf(answer)]).toEqual([403, 'server.refused-origin']);
    }
  });

  it('is refused as a picture or a frame of another page, and not as an opened address', async () => {
    const ask = (site: string, dest: string) =>
      send({ path: '/', headers: { 'Sec-Fetch-Site': site, 'Sec-Fetch-Dest': dest } });
    for (const site of ['cross-site', 'same-site']) {
      expect(codeOf(await ask(site, 'image'))).toBe('server.refused-origin');
      expect(codeOf(await ask(site, 'iframe'))).toBe('server.refused-origin');
      expect((await ask(site, 'document')).status).toBe(200);
    }
    expect((await ask('same-origin', 'script')).status).toBe(200);
  });

  it('is right through a tunnel, where the port before the tunnel is another', async () => {
    const options = callOptions(await signIn('localhost:9'));
    const headers = { ...options.headers, Host: 'localhost:9', Origin: 'http://localhost:9' };
    expect((await send({ ...options, headers }, '{}')).status).toBe(200);
  });

  it('is refused when its body is not JSON or another content type', async () => {
    const options = callOptions(await signIn());
    expect(codeOf(await send(options, '{"a":'))).toBe('server.not-a-message');
    const headers = { ...options.headers, 'Content-Type': 'text/plain' };
    expect(codeOf(await send({ ...options, headers }, '{}'))).toBe('server.not-a-message');
  });

  it('is refused when its body is too large, whether it says so before or not', async () => {
    const options = callOptions(await signIn());
    const large = Buffer.alloc(3_000_000, ' ');
    reached.length = 0;
    const announced = await send(options, large).catch(closedEarly);
    const headers = { ...options.headers, 'Transfer-Encoding': 'chunked' };
    const chunked = await send({ ...options, headers }, large).catch(closedEarly);
    for (const answer of [announced, chunked]) {
      expect(answer === 'closed early' ? 413 : answer.status).toBe(413);
    }
    expect(reached).toEqual([]);
  });

  it('is refused when calls come faster than any window sends them', async () => {
    const options = callOptions(await signIn());
    const frozenMs = clockMs;
    let last = 200;
    for (let count = 0; count < 400 && last === 200; count++) {
      clockMs = frozenMs - 10_000;
      last = (await send(options, '{}')).status;
    }
    clockMs = frozenMs + 60_000;
    expect(last).toBe(429);
  });
});

/** A server that refuses a body may close before the client has written all of it. */
function closedEarly(error: NodeJS.ErrnoException): 'closed early' {
  expect(['EPIPE', 'ECONNRESET']).toContain(error.code);
  return 'closed early';
}

interface Listening {
  readonly messages: FeedMessage[];
  readonly beats: () => number;
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
}

function listen(first: unknown, headers: Record<string, string> = {}): Listening {
  clockMs += 10_000;
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${loopbackPaths.events}`, {
    headers: { Origin: `http://127.0.0.1:${server.port}`, ...headers },
  });
  const messages: FeedMessage[] = [];
  socket.on('open', () => {
    socket.send(typeof first === 'string' ? first : JSON.stringify(first));
  });
  let beats = 0;
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as FeedMessage | Beat;
    if (message.type === 'beat') beats++;
    else messages.push(message);
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
    socket.on('error', () => {
      resolve(-1);
    });
  });
  return { messages, beats: () => beats, closed, socket };
}

const changed = (studyId: string): ApiEvent => ({
  type: 'study-changed',
  studyId,
  state: 'queued',
});

describe('the event socket', () => {
  it('carries events to a window that is signed in, and what it missed after a break', async () => {
    const { session, cookie } = await signIn();
    const first = listen({ session, position: null }, { Cookie: cookie });
    await expect.poll(() => first.messages.length).toBe(1);
    feed.publish(changed('a'));
    await expect.poll(() => first.messages.length).toBe(2);
    const { position } = first.messages[1];
    first.socket.close();
    await first.closed;
    feed.publish(changed('b'));
    const second = listen({ session, position }, { Cookie: cookie });
    await expect.poll(() => second.messages.length).toBe(2);
    expect(second.messages).toMatchObject([
      { type: 'joined', missed: false },
      { type: 'event', event: { studyId: 'b' } },
    ]);
    second.socket.close();
    await second.closed;
  });

  it('beats between the events, so that a silent host is known to be frozen', async () => {
    const { session, cookie } = await signIn();
    const { beats, socket, closed } = listen({ session, position: null }, { Cookie: cookie });
    await expect.poll(beats, { timeout: 10 * silentAfterMs }).toBeGreaterThanOrEqual(2);
    expect(silentAfterMs).toBeGreaterThan(3 * beatEveryMs);
    socket.close();
    await closed;
  });

  it('closes on a window with half a session', async () => {
    const { session } = await signIn();
    expect(await listen({ session, position: null }).closed).toBe(closedNotSignedIn);
  });

  it('closes on a window that does not say who it is', async () => {
    for (const first of [{ session: 'guess', position: null }, 'no json', '[]', '{}']) {
      const { closed, messages } = listen(first);
      expect(await closed).toBe(closedNotSignedIn);
      expect(messages).toEqual([]);
    }
  });

  it('closes on a message larger than any that a window sends', async () => {
    const { closed } = listen({ session: 'x'.repeat(10_000), position: null });
    expect(await closed).toBe(1009);
  });

  it('is not opened for another origin or host', async () => {
    const { session, cookie: Cookie } = await signIn();
    const first = { session, position: null };
    const strange = { Origin: 'https://evil.example', Cookie };
    expect(await listen(first, strange).closed).toBe(-1);
    const renamed = { Host: 'evil.example', Origin: 'http://evil.example', Cookie };
    expect(await listen(first, renamed).closed).toBe(-1);
  });
});
