import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { filesWith } from '#core/storage/testing/temporary-workspace.ts';
import { createWorkspace, isWorkspace, openWorkspace } from '#core/storage/workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { cheapScrypt, marker, passphrase } from './shared.ts';
import type { Done } from './shared.ts';
import { startChild } from './start-child.ts';

const rounds = 8;
const random = new RandomStream(20_261_121, 'kill');
const parent = mkdtempSync(join(tmpdir(), 'anamnesis-kill-'));
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

/** Everything that is visible is whole. */
async function expectWhole(workspace: Workspace): Promise<void> {
  const { blobs, corpora, datasets, models, runs, studies, folder } = workspace;
  const integrity = workspace.checkIntegrity();
  expect(integrity.databaseProblems).toEqual([]);
  expect(integrity.missingBlobs).toEqual([]);
  expect(integrity.audit.broken).toBeNull();

  const stored = blobs.list();
  expect(readdirSync(join(folder, 'blobs')).sort()).toEqual(
    stored.map(({ id }) => `${id}.blob`).sort(),
  );
  for (const blob of stored) {
    const content = await blobs.readWhole(blob.id);
    expect(createHash('sha256').update(content).digest('hex')).toBe(blob.sha256);
  }
  expect(blobs.listUnused()).toEqual([]);
  for (const { weightsBlobId } of models.list()) blobs.get(weightsBlobId);
  for (const corpus of corpora.list()) {
    let lineCount = 0;
    for (const line of corpora.lines(corpus.id)) if (line.startsWith(marker)) lineCount++;
    expect(lineCount).toBe(corpus.lineCount);
  }
  for (const { id, kind, exampleCount } of datasets.list()) {
    expect([...datasets.examples(id, kind)]).toHaveLength(exampleCount);
  }
  for (const study of studies.list()) {
    for (const run of runs.listByStudy(study.id)) {
      expect(['queued', 'finished']).toContain(run.state);
      expect(runs.metricsOf(run.id)).toHaveLength(run.state === 'finished' ? 20 : 0);
    }
  }
}

/** Everything that a child said it had done is there. */
function expectKept(workspace: Workspace, done: Done): void {
  const { blobs, corpora, datasets, models, runs, trainingStates } = workspace;
  switch (done.kind) {
    case 'ready':
      return;
    case 'model':
      expect(models.get(done.id).weightsBlobId).toBe(done.blobId);
      expect(blobs.get(done.blobId).id).toBe(done.blobId);
      return;
    case 'corpus':
      expect(corpora.get(done.id).lineCount).toBe(done.lineCount);
      return;
    case 'dataset':
      expect(datasets.get(done.id).exampleCount).toBe(done.exampleCount);
      return;
    case 'state': {
      // It may have taken the place of an earlier one before that could be said.
      const isFinished = runs.get(done.id).state === 'finished';
      const kept = trainingStates.find(done.id)?.position ?? (isFinished ? { step: 5 } : null);
      expect((kept as { step: number } | null)?.step).toBeGreaterThanOrEqual(done.step);
      return;
    }
    case 'run':
      expect(runs.get(done.id).state).toBe('finished');
  }
}

describe('a trainer killed at a random moment', () => {
  it(`leaves a whole workspace, ${rounds} times in a row`, async () => {
    const folder = join(parent, 'workspace');
    createWorkspace(folder, { passphrase, scrypt: cheapScrypt }).close();
    const everything: Done[] = [];
    let interruptedRuns = 0;

    for (let round = 0; round < rounds; round++) {
      const child = startChild('work', folder, round);
      await child.ready;
      // Meanwhile another process reads, as the window does.
      const reader = openWorkspace(folder, { passphrase });
      const killAfterMs = 20 + random.integer(round % 2 === 0 ? 250 : 1_500);
      const killAtMs = Date.now() + killAfterMs;
      while (Date.now() < killAtMs) {
        await wait(10);
        for (const study of reader.studies.list()) reader.runs.listByStudy(study.id);
        expect(reader.audit.verify().broken).toBeNull();
      }
      await child.kill();
      reader.close();
      everything.push(...child.done);
      expect(filesWith(folder, [marker])).toEqual([]);

      const workspace = openWorkspace(folder, { passphrase });
      const lock = workspace.lockForTrainer();
      interruptedRuns += workspace.runs.recoverInterrupted(lock).length;
      await expectWhole(workspace);
      for (const done of everything) expectKept(workspace, done);
      lock.release();
      workspace.close();
      expect(filesWith(folder, [marker])).toEqual([]);
    }
    // Otherwise the test would have proven nothing.
    expect(everything.length).toBeGreaterThan(2 * rounds);
    expect(interruptedRuns).toBeGreaterThan(rounds / 2);
  }, 180_000);

  it('or by the creation of a workspace leaves a whole one, or room for one', async () => {
    const folder = join(parent, 'many');
    for (let round = 0; round < 4; round++) {
      const child = startChild('create', join(folder, String(round)), round);
      await child.ready;
      await wait(50 + random.integer(200));
      await child.kill();
      const made = readdirSync(join(folder, String(round)));
      expect(made.length).toBeGreaterThan(0);
      for (const name of made) {
        const place = join(folder, String(round), name);
        const secret = { passphrase, scrypt: cheapScrypt };
        const workspace = isWorkspace(place)
          ? openWorkspace(place, secret)
          : createWorkspace(place, secret);
        expect(workspace.audit.verify()).toMatchObject({ entryCount: 1, broken: null });
        workspace.close();
      }
    }
  }, 60_000);
});
