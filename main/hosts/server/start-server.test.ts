import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopbackPaths } from '#core/api/contract/loopback-paths.ts';
import { startServer } from './start-server.ts';
import {
  door,
  callOptions,
  clock,
  closeServer,
  codeOf,
  openServer,
  reached,
  send,
  served,
  signIn,
  tokenOf,
} from './testing/served.ts';

beforeAll(openServer);
afterAll(closeServer);

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
    const missing = startServer({
      door,
      port: 0,
      rendererFolder: join(served.rendererFolder, 'no'),
    });
    await expect(missing).rejects.toMatchObject({
      code: 'window.not-built',
      details: { remedy: 'Run `npm run build` first.' },
    });
  });
});

describe('the address', () => {
  it('is on loopback only, and its secret is in the fragment, which browsers never send', () => {
    expect(served.server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
  });

  it('opens one window once', async () => {
    const body = JSON.stringify({ token: tokenOf(served.server.newUrl()) });
    const options = { method: 'POST', path: loopbackPaths.signIn };
    expect((await send(options, body)).status).toBe(200);
    const again = await send(options, body);
    expect([again.status, codeOf(again)]).toEqual([401, 'server.address-used']);
  });

  it('gives a cookie that scripts and other sites do not get, named by the port', async () => {
    const body = JSON.stringify({ token: tokenOf(served.server.newUrl()) });
    const answer = await send({ method: 'POST', path: loopbackPaths.signIn }, body);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        new RegExp(
          `^anamnesis-${served.server.port}=[\\w-]{43}; Path=/api; HttpOnly; SameSite=Strict$`,
        ),
      ),
    ]);
    expect(answer.body).not.toContain(String(answer.headers['set-cookie']).slice(16, 59));
  });

  it('cannot be guessed at leisure', async () => {
    const guess = () =>
      send({ method: 'POST', path: loopbackPaths.signIn }, JSON.stringify({ token: 'guess' }));
    expect(codeOf(await guess())).toBe('server.not-signed-in');
    const frozenMs = clock.ms;
    const codes: string[] = [];
    for (let count = 0; count < 12; count++) {
      clock.ms = frozenMs - 10_000;
      codes.push(codeOf(await guess()));
    }
    clock.ms = frozenMs + 60_000;
    expect(codes.at(-1)).toBe('server.too-many-requests');
  });

  it('names a port that is taken, with a remedy', async () => {
    const second = startServer({
      door,
      port: served.server.port,
      rendererFolder: served.rendererFolder,
    });
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
    clock.ms += 13 * 60 * 60 * 1000;
    const answer = await send(callOptions(session), '{}');
    expect(codeOf(answer)).toBe('server.not-signed-in');
  });

  it('is refused when a page of another name was re-bound to this machine', async () => {
    const options = callOptions(await signIn());
    for (const host of [
      'evil.example',
      `evil.example:${served.server.port}`,
      '127.0.0.1.evil.example',
    ]) {
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
    const frozenMs = clock.ms;
    let last = 200;
    for (let count = 0; count < 400 && last === 200; count++) {
      clock.ms = frozenMs - 10_000;
      last = (await send(options, '{}')).status;
    }
    clock.ms = frozenMs + 60_000;
    expect(last).toBe(429);
  });
});

/** A server that refuses a body may close before the client has written all of it. */
function closedEarly(error: NodeJS.ErrnoException): 'closed early' {
  expect(['EPIPE', 'ECONNRESET']).toContain(error.code);
  return 'closed early';
}
