import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { foldRequest, newWorkspace, openSql, reopen } from './testing/temporary-workspace.ts';
import type { Workspace } from './workspace.ts';

const vocabularyBytes = 4_000_000;

/** A model whose vocabulary, as that of XLM-R, weighs megabytes in the database. */
async function withLargeVocabulary(workspace: Workspace): Promise<string> {
  const { id: weightsBlobId } = await workspace.blobs.write([new Uint8Array(8)]);
  const { id } = workspace.models.put({
    studyId: null,
    name: 'large',
    parentModelId: null,
    runId: null,
    configuration: {},
    tokenizerFiles: { 'tokenizer.json': 'x'.repeat(vocabularyBytes) },
    weightsBlobId,
  });
  return id;
}

const databaseBytes = ({ folder }: Workspace) => statSync(join(folder, 'workspace.sqlite')).size;

it('a workspace gives the room of a removed model back to the disk', async () => {
  const workspace = newWorkspace();
  const id = await withLargeVocabulary(workspace);
  workspace.compact();
  const before = databaseBytes(workspace);
  expect(before).toBeGreaterThan(vocabularyBytes);
  workspace.models.remove(id);
  const { freedBytes, reusableBytes } = workspace.compact();
  expect(freedBytes).toBeGreaterThan(0.99 * vocabularyBytes);
  expect(reusableBytes).toBe(0);
  expect(databaseBytes(workspace)).toBeLessThan(before - 0.99 * vocabularyBytes);
  expect(workspace.checkIntegrity().databaseProblems).toEqual([]);
  expect(reopen(workspace.folder).models.list()).toEqual([]);
});

it('one that cannot, as older ones, says how much will be used again', async () => {
  const workspace = newWorkspace();
  const { folder } = workspace;
  workspace.close();
  const sql = openSql(folder);
  sql.exec('PRAGMA auto_vacuum = NONE');
  sql.exec('VACUUM');
  sql.close();
  const old = reopen(folder);
  const id = await withLargeVocabulary(old);
  old.compact();
  const before = databaseBytes(old);
  old.models.remove(id);
  const { freedBytes, reusableBytes } = old.compact();
  expect(freedBytes).toBe(0);
  expect(reusableBytes).toBeGreaterThan(0.99 * vocabularyBytes);
  expect(databaseBytes(old)).toBe(before);
});

it('a workspace is opened without writing, also while another program writes', () => {
  const { folder } = newWorkspace();
  const other = openSql(folder);
  other.transaction(() => {
    const sql = openSql(folder);
    expect(sql.get('SELECT count(*) AS count FROM audit')).toEqual({ count: 1 });
    sql.close();
  });
});

it('files are unused when neither a model nor the summary of a run names them', async () => {
  const { blobs, models, runs, studies } = newWorkspace();
  const write = async () => (await blobs.write([new Uint8Array(8)])).id;
  const [ofModel, ofRun, ofNobody] = [await write(), await write(), await write()];
  const { id: studyId } = studies.create({ name: 'study', planJson: '{}' });
  const { id: runId } = runs.ensure(studyId, foldRequest());
  runs.setState(runId, 'running');
  runs.finish(runId, { metrics: [], summary: { tokenizerBlobId: ofRun } });
  const model = models.put({
    studyId,
    name: 'base',
    parentModelId: null,
    runId,
    configuration: {},
    tokenizerFiles: {},
    weightsBlobId: ofModel,
  });
  const unused = () => blobs.listUnused().map(({ id }) => id);
  expect(unused()).toEqual([ofNobody]);
  models.remove(model.id);
  runs.ensure(studyId, foldRequest({ configurationHash: 'b'.repeat(64) }));
  expect(unused()).toEqual([ofModel, ofRun, ofNobody]);
});
