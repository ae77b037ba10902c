import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackPaths } from '#core/api/contract/loopback-paths.ts';
import { createFeed } from '#core/api/feed.ts';
import type { WindowDoor } from '#hosts/composition/window-door.ts';
import { startServer, type RunningServer } from '../start-server.ts';

/** A door that tells what reached it; the transport must not care what lies behind. */
export const feed = createFeed({ epoch: 'test', capacity: 100 });
export const reached: string[] = [];
export const door: WindowDoor = {
  call: (name, input) => {
    reached.push(name);
    return Promise.resolve({ ok: true, value: { name, input } });
  },
  join: feed.join,
};

export const clock = { ms: 1_000_000 };
export const served = {} as { server: RunningServer; rendererFolder: string };

/** To be called before and after the tests of a file. */
export async function openServer(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'window-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Window</title>');
  await writeFile(join(folder, 'secret.key'), 'not a file of a window');
  served.rendererFolder = folder;
  served.server = await startServer({
    door,
    port: 0,
    rendererFolder: folder,
    nowMs: () => clock.ms,
  });
}

export async function closeServer(): Promise<void> {
  await served.server.close();
  await rm(served.rendererFolder, { recursive: true });
}

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
export function send(options: Question, body?: string | Buffer): Promise<Answer> {
  clock.ms += 10_000;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: served.server.port,
        agent: false,
        ...options,
        headers: {
          Host: `127.0.0.1:${served.server.port}`,
          ...(options.method === 'POST' && {
            Origin: `http://127.0.0.1:${served.server.port}`,
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

export function codeOf(answer: Answer): string {
  return (JSON.parse(answer.body) as { failure: { code: string } }).failure.code;
}

export const tokenOf = (url: string) => new URL(url).hash.slice(1);

/** Both halves, as a browser keeps them: the cookie with its name, without what was said of it. */
interface SignedIn {
  readonly session: string;
  readonly cookie: string;
}

export async function signIn(host = `127.0.0.1:${served.server.port}`): Promise<SignedIn> {
  const body = JSON.stringify({ token: tokenOf(served.server.newUrl()) });
  const headers = { Host: host, Origin: `http://${host}` };
  const answer = await send({ method: 'POST', path: loopbackPaths.signIn, headers }, body);
  const { session } = (JSON.parse(answer.body) as { value: { session: string } }).value;
  return { session, cookie: String(answer.headers['set-cookie']).split(';')[0] };
}

export const callOptions = ({ session, cookie }: SignedIn, name = 'studies.list'): Question => ({
  method: 'POST',
  path: loopbackPaths.calls + name,
  headers: { Authorization: `Bearer ${session}`, Cookie: cookie },
});
