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
import { clock, closeServer, feed, openServer, served, signIn } from './testing/served.ts';

beforeAll(openServer);
afterAll(closeServer);

interface Listening {
  readonly messages: FeedMessage[];
  readonly beats: () => number;
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
}

function listen(first: unknown, headers: Record<string, string> = {}): Listening {
  clock.ms += 10_000;
  const socket = new WebSocket(`ws://127.0.0.1:${served.server.port}${loopbackPaths.events}`, {
    headers: { Origin: `http://127.0.0.1:${served.server.port}`, ...headers },
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
