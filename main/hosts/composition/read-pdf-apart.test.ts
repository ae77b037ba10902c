import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { pdfOf } from '#core/import/testing/pdf-of.ts';
import { program } from './program-location.ts';
import { readPdfApart } from './read-pdf-apart.ts';

const limits = { documentLength: 1e6 };
const sound = pdfOf([[{ text: 'een', x: 72, y: 700 }]]);
const bounds = { silenceMs: 20_000, memoryBytes: 2 ** 31, idleMs: 1000 };

/** A reader that tells one page and then does something bad, unless its file is empty. */
function badReader(deed: string): string {
  const path = join(temporaryFolder(), 'bad-reader.mjs');
  writeFileSync(
    path,
    `let first = true;
    process.on('message', async ({ bytes }) => {
      if (bytes.length === 0) return process.send({ kind: 'end', end: 'whole' });
      process.send({ kind: 'begun', pageCount: 2, title: null, attachmentCount: 0 });
      const page = { lines: ['een'], unknownCount: 0, buttonCount: 0, remarkCount: 0 };
      process.send({ kind: 'page', page }, () => { ${deed} });
    });
    process.on('disconnect', () => process.exit(0));`,
  );
  return path;
}
const none = new Uint8Array(0);
const one = Uint8Array.of(1);

describe('the process that reads PDF', () => {
  it('reads one file after another, also when they are asked for at once', async () => {
    const readPdf = readPdfApart();
    const texts = await Promise.all([
      readPdf(sound, limits),
      readPdf(none, limits),
      readPdf(sound, limits),
    ]);
    expect(texts.map(({ end, pages }) => [end, pages.length])).toEqual([
      ['whole', 1],
      ['damaged', 0],
      ['whole', 1],
    ]);
  });

  it.each([
    ['too-slow', 'for (;;);', { ...bounds, silenceMs: 1500 }],
    ['crashed', 'process.exit(3)', bounds],
    ['crashed', 'process.kill(process.pid, "SIGKILL")', bounds],
    [
      'too-much-memory',
      'const all = []; for (;;) all.push(new Array(1e5).fill({}).map(() => ({})));',
      { ...bounds, memoryBytes: 2 ** 27 },
    ],
    [
      'too-much-memory',
      'const all = []; setInterval(() => all.push(Buffer.alloc(2 ** 25, 1)), 5);',
      { ...bounds, memoryBytes: 2 ** 28 },
    ],
  ])('that is %s costs the rest of its file alone', async (end, deed, given) => {
    const readPdf = readPdfApart(badReader(deed), given);
    const text = await readPdf(one, limits);
    expect(text).toMatchObject({ end, pageCount: 2, pages: [{ lines: ['een'] }] });
    expect(await readPdf(none, limits)).toMatchObject({ end: 'whole' });
  });

  it.skipIf(process.platform === 'win32')('that hangs ends with its host', async () => {
    const hang = `data:text/javascript,process.on('message', () => { process.send('hangs', () => { for (;;); }); });`;
    const host = spawn(process.execPath, [
      '--input-type=module',
      '--eval',
      `import { fork } from 'node:child_process';
      const child = fork(${JSON.stringify(program.entries['pdf-reader'])}, [], { detached: true, execArgv: ['--import', ${JSON.stringify(hang)}], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      child.send({});
      child.on('message', () => process.stdout.write(child.pid + '\\n'));`,
    ]);
    const pid = await new Promise<number>((resolve) => {
      host.stdout.once('data', (text: Buffer) => {
        resolve(Number(text.toString()));
      });
    });
    const isAlive = () => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    };
    expect(isAlive()).toBe(true);
    host.kill('SIGKILL');
    await expect.poll(isAlive, { timeout: 10_000 }).toBe(false);
  });

  it('is ended by a stop, which is told', async () => {
    const readPdf = readPdfApart(badReader('for (;;);'), bounds);
    const stop = new AbortController();
    const began = performance.now();
    const work = readPdf(one, limits, stop.signal);
    setTimeout(() => {
      stop.abort();
    }, 500);
    await expect(work).rejects.toThrow('abort');
    expect(performance.now() - began).toBeLessThan(bounds.silenceMs);
    await expect(readPdf(one, limits, stop.signal)).rejects.toThrow('abort');
    expect(await readPdf(none, limits)).toMatchObject({ end: 'whole' });
  });
});
