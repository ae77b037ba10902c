import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopbackPaths } from '#core/api/contract/loopback-paths.ts';
import { createFeed } from '#core/api/feed.ts';
import { startServer } from './start-server.ts';
import type { RunningServer } from './start-server.ts';

/** Programs of other users reach the loopback address too; none of them is a browser. */
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'window-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Window</title>');
  const door = {
    call: () => Promise.resolve({ ok: true, value: null } as const),
    join: createFeed({ epoch: 'test', capacity: 1 }).join,
  };
  server = await startServer({ door, port: 0, rendererFolder: folder, nowMs: Date.now });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** The status that a window gets, or why it gets none. */
function askForWindow(): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port: server.port, path: '/', agent: false }, (response) => {
      response.resume().on('end', () => {
        resolve(response.statusCode);
      });
    }).on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code);
    });
  });
}

describe('a stranger on this machine', () => {
  const patient = { timeout: 30_000 };
  const upgrade = [
    `GET ${loopbackPaths.events} HTTP/1.1`,
    'Host: evil.example',
    'Connection: Upgrade',
    'Upgrade: websocket',
    '\r\n',
  ].join('\r\n');

  /** A connection without any manners: what it is told does not interest it. */
  const connectTo = (): Promise<Socket> =>
    new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: server.port, allowHalfOpen: true });
      socket.on('error', () => undefined);
      socket.on('connect', () => {
        resolve(socket);
      });
    });

  it('does not end the program by breaking off what is refused', async () => {
    for (let count = 0; count < 50; count++) {
      const socket = await connectTo();
      await new Promise((resolve) => socket.write(upgrade, resolve));
      socket.resetAndDestroy();
    }
    expect(await askForWindow()).toBe(200);
  });

  it('does not hold a connection that was refused', async () => {
    const socket = await connectTo();
    socket.write(upgrade);
    socket.resume();
    const insist = () => {
      socket.write('still here');
      return socket.destroyed;
    };
    await expect.poll(insist, patient).toBe(true);
  });

  it('cannot open connections without end', async () => {
    const sockets = await Promise.all(Array.from({ length: 300 }, connectTo));
    await expect.poll(() => sockets.some((one) => one.readableEnded), patient).toBe(true);
    for (const socket of sockets) socket.destroy();
    await expect.poll(askForWindow, patient).toBe(200);
  });
});

it('no other address of this machine answers', async () => {
  const refused = await new Promise<string | undefined>((resolve) => {
    const socket = connect({ host: '127.0.0.2', port: server.port });
    socket.on('connect', () => {
      resolve('connected');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code);
    });
  });
  expect(refused).not.toBe('connected');
});
