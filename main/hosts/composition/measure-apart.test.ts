import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { measureApart } from './measure-apart.ts';
import { program } from './program-location.ts';

const shape = { layers: 1, hiddenSize: 64, vocabularySize: 100, rows: 2, tokens: 16 };
const going = new AbortController().signal;

/** A program that stands where the trainer is, and behaves as an engine at its worst. */
function writeEntry(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-entry-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'entry.mjs');
  writeFileSync(file, code);
  return file;
}

/** Says that the engine has begun, and then behaves as told. */
const beginsAnd = (then: string) =>
  writeEntry(`process.on('message', ({ type }) => {
    if (type === 'measure') process.send({ type: 'measuring', detail: 'here' });
    else { ${then} }
  });`);

async function start(entry: string, limitMs?: number) {
  const started = await measureApart(entry, limitMs)('any', shape, going);
  if ('state' in started) throw new Error(inEnglish(started.reason));
  onTestFinished(() => {
    started.end();
  });
  return started;
}

describe('an engine in a process of its own', () => {
  it('is measured in rounds', async () => {
    const started = await measureApart(program.entries.trainer)('onnx-cpu', shape, going);
    if ('state' in started) throw new Error(inEnglish(started.reason));
    expect(started.detail).toMatch(/threads/);
    for (let round = 0; round < 2; round++) {
      const measured = await started.measureRound();
      if ('state' in measured) throw new Error(inEnglish(measured.reason));
      expect(measured.stepMs).toBeGreaterThan(0);
      if (measured.othersShare !== null) expect(measured.othersShare).toBeLessThanOrEqual(1);
    }
    started.end();
    expect(await started.measureRound()).toMatchObject({ state: 'failed' });
  });

  it('that is no engine is told as such', async () => {
    const outcome = await measureApart(program.entries.trainer)('abacus', shape, going);
    expect(outcome).toMatchObject({ state: 'failed', reason: 'abacus' });
  });

  it.each([
    ['crash', "process.kill(process.pid, 'SIGSEGV');", 'signal SIGSEGV'],
    ['end without a word', 'process.exit(3);', 'exit code 3'],
  ])('may %s, at its start or later: it has failed, and the host goes on', async (_, code, how) => {
    const failure = { state: 'failed', reason: `its process ended with ${how}` };
    const entry = writeEntry(`process.on('message', () => { ${code} });`);
    expect(await measureApart(entry)('any', shape, going)).toMatchObject(failure);
    const started = await start(beginsAnd(code));
    expect(await started.measureRound()).toMatchObject(failure);
    expect(await started.measureRound()).toMatchObject(failure);
  });

  it('that comes to no end is ended, at its start or later', async () => {
    const failure = { state: 'failed', reason: 'no result within 1 s' };
    const entry = writeEntry("process.on('message', () => { for (;;); });\n");
    expect(await measureApart(entry, 1000)('any', shape, going)).toMatchObject(failure);
    const started = await start(beginsAnd('for (;;);'), 1000);
    expect(await started.measureRound()).toMatchObject(failure);
  });

  it('can be called off, at its start or later', async () => {
    const end = new AbortController();
    const entry = writeEntry("process.on('message', () => { for (;;); });\n");
    const outcome = measureApart(entry)('any', shape, end.signal);
    const started = await measureApart(beginsAnd('for (;;);'))('any', shape, end.signal);
    if ('state' in started) throw new Error(inEnglish(started.reason));
    const round = started.measureRound();
    setTimeout(() => {
      end.abort();
    }, 100);
    await expect(outcome).rejects.toThrow('aborted');
    await expect(round).rejects.toThrow('aborted');
  });
});
