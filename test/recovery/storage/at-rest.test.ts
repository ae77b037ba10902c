import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  filesUnder,
  filesWith,
  foldRequest,
  newWorkspace,
  openSql,
  passphrase,
  temporaryFolder,
} from '#core/storage/testing/temporary-workspace.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { marker } from './shared.ts';

function* notes(count: number, atIndex: (index: number) => void = () => undefined) {
  for (let index = 0; index < count; index++) {
    atIndex(index);
    yield { id: String(index), text: `${marker} `.repeat(40), label: marker, groupId: marker };
  }
}

/** Unnamed temporary files of this process: SQLite unlinks its own as soon as they are open. */
function deletedFilesWithMarker(): string[] {
  return readdirSync('/proc/self/fd').filter((descriptor) => {
    const path = `/proc/self/fd/${descriptor}`;
    try {
      return readlinkSync(path).endsWith('(deleted)') && readFileSync(path).includes(marker);
    } catch {
      return false;
    }
  });
}

describe('a workspace at rest', () => {
  it('the search for plain text finds plain text', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'note.txt'), `before ${marker} after`);
    writeFileSync(join(folder, 'note16.txt'), Buffer.from(marker, 'utf16le'));
    expect(filesWith(folder, [marker])).toHaveLength(2);
  });

  it('has no plain text in any file, while open, within a transaction and closed', async () => {
    const workspace = newWorkspace();
    const { folder, studies, runs, corpora, datasets, models, blobs } = workspace;
    const study = studies.create({ name: marker, planJson: JSON.stringify({ marker }) });
    const run = runs.ensure(study.id, foldRequest({ model: marker }));
    runs.setState(run.id, 'running', { engine: marker });
    runs.finish(run.id, {
      metrics: [{ name: 'f1', entityType: marker, value: 1 }],
      summary: { marker },
      predictions: {
        kind: 'classification',
        classes: [marker],
        notes: [{ id: marker, groupId: marker, truth: 0, logits: [1] }],
      },
    });
    const place = { source: marker, place: marker };
    workspace.contaminations.put({
      studyId: study.id,
      task: marker,
      hash: marker,
      contamination: {
        unit: 'notes',
        folds: [],
        pairs: [{ first: place, second: place, jaccard: 1, containment: 1 }],
        pairCount: 1,
      },
    });
    await corpora.put({
      name: marker,
      sourceHash: marker,
      lines: Array.from({ length: 1_000 }, () => marker),
      statistics: () => ({ marker }),
    });
    await blobs.write([Buffer.alloc(2_500_000, marker)], (blob) => {
      models.put({
        studyId: study.id,
        name: marker,
        parentModelId: null,
        runId: run.id,
        configuration: { marker },
        tokenizerFiles: { 'vocab.txt': marker },
        weightsBlobId: blob.id,
      });
    });

    // More than SQLite's cache holds, so that pages of the open transaction reach the WAL.
    const scans: string[][] = [];
    let walBytes = 0;
    const scan = (index: number) => {
      if (index % 80_000 !== 79_999) return;
      const wal = filesUnder(folder).find((file) => file.endsWith('-wal'));
      if (wal !== undefined) walBytes = Math.max(walBytes, readFileSync(wal).length);
      scans.push([...filesWith(folder, [marker]), ...deletedFilesWithMarker()]);
    };
    datasets.put({
      name: marker,
      kind: 'labelled-notes',
      sourceHash: marker,
      examples: notes(160_000, scan),
      statistics: () => ({ marker }),
    });
    expect(scans).toEqual([[], []]);
    expect(walBytes).toBeGreaterThan(10_000_000);

    expect(filesUnder(folder).map((file) => file.slice(folder.length + 1))).toContain(
      'workspace.sqlite-wal',
    );
    expect(filesWith(folder, [marker, passphrase])).toEqual([]);
    const key = unlockWorkspace(folder, { passphrase });
    const spellings = [Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64')];
    workspace.close();
    expect(filesWith(folder, [marker, passphrase, ...spellings])).toEqual([]);
  });

  it('sorts in memory, never in an unencrypted temporary file', () => {
    const { folder, datasets } = newWorkspace();
    datasets.put({
      name: 'data',
      kind: 'labelled-notes',
      sourceHash: 'hash',
      examples: notes(20_000),
      statistics: () => null,
    });
    const sql = openSql(folder);
    expect(sql.pragma('temp_store')).toBe(2);
    sql.run(`CREATE TEMP TABLE sorted AS
      SELECT content_json FROM dataset_examples ORDER BY content_json || random()`);
    expect(deletedFilesWithMarker()).toEqual([]);
  });
});
