import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { StudyEvent } from '#core/study/effects/events.ts';
import { launchTrainer } from './launch-trainer.ts';

const start = {
  workspaceFolder: 'nowhere',
  rawKey: new Uint8Array(32),
  personId: null,
  studyId: 'none',
  engine: null,
  precision: null,
};
const leaving = new URL('leave-process.ts', import.meta.url).href;

/** A program that stands where the trainer is. */
function writeEntry(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-entry-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'entry.mjs');
  writeFileSync(file, `import { leaveProcess } from ${JSON.stringify(leaving)};\n${code}`);
  return file;
}

/** Keeps this process from reading, as a window that collects a large report does. */
function beBusy(ms: number): void {
  const untilMs = Date.now() + ms;
  while (Date.now() < untilMs);
}

describe('a trainer', () => {
  it.each([
    ['at its end', "process.send({ type: 'ended', outcome: { state: 'finished' } });", 'finished'],
    ['of a failure', '', 'failed'],
  ])('is heard to the last word, also by a busy host: %s', async (_when, last, state) => {
    const messageCount = 5000;
    const entry = writeEntry(`
      process.on('message', () => {
        const text = 'a warning of some length '.repeat(20);
        for (let atMs = 0; atMs < ${messageCount}; atMs++) {
          process.send({ type: 'event', event: { type: 'message', level: 'warning', atMs, text } });
        }
        ${last}
        void leaveProcess(0, null);
      });`);
    const heard: StudyEvent[] = [];
    const trainer = launchTrainer(
      start,
      (event) => {
        if (heard.push(event) === 1) beBusy(500);
      },
      entry,
    );
    expect((await trainer.ended).state).toBe(state);
    expect(heard.map((event) => (event.type === 'message' ? event.atMs : null))).toEqual(
      Array.from({ length: messageCount }, (_, atMs) => atMs),
    );
  });

  it('that ended before it could be spoken to is a crash, with how it ended', async () => {
    const trainer = launchTrainer(start, () => undefined, writeEntry('process.exit(3);'));
    trainer.stop();
    expect(await trainer.ended).toMatchObject({
      code: 'trainer.crashed',
      details: { found: 'exit code 3' },
    });
    trainer.stop();
  });

  it('whose process cannot be started is a crash, and takes no host with it', async () => {
    const { execPath } = process;
    onTestFinished(() => {
      process.execPath = execPath;
    });
    process.execPath = join(tmpdir(), 'no such program');
    const trainer = launchTrainer(start, () => undefined);
    expect(await trainer.ended).toMatchObject({ state: 'failed', code: 'trainer.crashed' });
  });
});
