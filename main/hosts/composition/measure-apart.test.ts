import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { measureApart } from './measure-apart.ts';
import { trainerSource } from './trainer-entry.ts';

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

describe('an engine in a process of its own', () => {
  it('is measured', async () => {
    const outcome = await measureApart(trainerSource)('onnx-cpu', shape, going);
    expect(outcome).toMatchObject({ state: 'measured' });
    if (outcome.state !== 'measured') return;
    expect(outcome.stepMs).toBeGreaterThan(0);
    expect(outcome.tokensPerSecond).toBeCloseTo((1000 * 2 * 16) / outcome.stepMs, 6);
  });

  it('that is no engine is told as such', async () => {
    const outcome = await measureApart(trainerSource)('abacus', shape, going);
    expect(outcome).toMatchObject({ state: 'failed', reason: 'abacus' });
  });

  it('may crash: it has failed, and the host goes on', async () => {
    const entry = writeEntry(
      "process.on('message', () => process.kill(process.pid, 'SIGSEGV'));\n",
    );
    expect(await measureApart(entry)('any', shape, going)).toMatchObject({
      state: 'failed',
      reason: 'its process ended with signal SIGSEGV',
    });
  });

  it('may end without a word', async () => {
    const entry = writeEntry("process.on('message', () => process.exit(3));\n");
    expect(await measureApart(entry)('any', shape, going)).toMatchObject({
      state: 'failed',
      reason: 'its process ended with exit code 3',
    });
  });

  it('that comes to no end is ended', async () => {
    const entry = writeEntry("process.on('message', () => { for (;;); });\n");
    expect(await measureApart(entry, 1000)('any', shape, going)).toMatchObject({
      state: 'failed',
      reason: 'no result within 1 s',
    });
  });

  it('can be called off', async () => {
    const entry = writeEntry("process.on('message', () => { for (;;); });\n");
    const end = new AbortController();
    const outcome = measureApart(entry)('any', shape, end.signal);
    setTimeout(() => {
      end.abort();
    }, 100);
    await expect(outcome).rejects.toThrow('aborted');
  });
});
