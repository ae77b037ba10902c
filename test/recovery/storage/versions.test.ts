import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allMigrations } from '#core/storage/migrations/all-migrations.ts';
import { closeLater, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { passphrase } from './shared.ts';

const fixtures = fileURLToPath(new URL('./fixtures', import.meta.url));
const versions = allMigrations.map(({ version }) => version);

describe('a workspace that an earlier version wrote', () => {
  it('is kept for every version', () => {
    const kept = readdirSync(fixtures).filter((name) => name.startsWith('version-'));
    expect(kept.sort()).toEqual(versions.map((version) => `version-${version}`).sort());
  });

  it.each(versions)('is opened and read as it was: version %d', async (version) => {
    const folder = join(temporaryFolder(), 'workspace');
    cpSync(join(fixtures, `version-${version}`), folder, { recursive: true });
    const workspace = closeLater(openWorkspace(folder, { passphrase }));
    const { studies, runs, corpora, datasets, models, blobs } = workspace;

    const study = studies.findByName('study')!;
    expect(study).toMatchObject({ planJson: '{"name":"study"}', state: 'running' });
    const [run] = runs.listByStudy(study.id);
    expect(run).toMatchObject({ state: 'finished', engine: 'onnx-cpu', fold: 0 });
    expect(runs.metricsOf(run.id)).toEqual([{ name: 'mcc', entityType: null, value: 0.5 }]);
    expect(runs.summaryOf(run.id)).toEqual({ rows: 2 });
    expect(runs.curveOf(run.id)).toEqual([{ step: 1, atMs: 1, loss: 2.5 }]);
    const model = models.findByRun(run.id)!;
    expect(model).toMatchObject({
      configuration: { layers: 2 },
      tokenizerFiles: { 'vocab.txt': '[PAD]' },
    });
    expect(Buffer.from(await blobs.readWhole(model.weightsBlobId)).toString()).toBe('weights');
    expect([...corpora.lines(corpora.findByHash('corpus-hash')!.id)]).toEqual(['uno', 'dos']);
    const dataset = datasets.findByHash('notes-hash')!;
    expect([...datasets.examples(dataset.id, 'labelled-notes')]).toEqual([
      { id: '1', text: 'uno', label: 'yes', groupId: null },
    ]);
    expect(workspace.checkIntegrity()).toMatchObject({
      databaseProblems: [],
      missingBlobs: [],
      audit: { broken: null },
    });
  });
});
