import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusing, refusingLater } from '#core/storage/testing/refusing.ts';
import { foldRequest, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listStarts } from '#core/study/plan/list-starts.ts';
import { findModel } from '../find-model.ts';
import { keepModel } from './keep-model.ts';
import { listModels } from './list-models.ts';
import { removeModel } from './remove-model.ts';
import { planPruning } from './plan-pruning.ts';
import { pruneModels } from './prune-models.ts';

const plan = (name: string, start?: string) =>
  JSON.stringify({
    name,
    models: {
      base:
        start === undefined
          ? { start: { kind: 'checkpoint', folder: '/nowhere' } }
          : { start: { kind: 'library', model: start } },
    },
    tasks: {},
  });

/** A model as a run stores it: weights of its own size, so that bytes can be told apart. */
async function put(
  workspace: Workspace,
  entry: { studyId: string | null; runId: string | null; name?: string; parent?: string },
  weightsBytes = 1_000,
): Promise<string> {
  const ids: string[] = [];
  await workspace.blobs.write([new Uint8Array(weightsBytes)], (blob) => {
    const { id } = workspace.models.put({
      studyId: entry.studyId,
      runId: entry.runId,
      name: entry.name ?? 'base',
      parentModelId: entry.parent ?? null,
      configuration: { positionOffset: 0 },
      tokenizerFiles: { 'vocab.txt': 'x'.repeat(100_000) },
      weightsBlobId: blob.id,
    });
    ids.push(id);
  });
  return ids[0];
}

/** A study whose two stages were made, and made again after its plan had changed. */
async function studyRunTwice(workspace: Workspace) {
  const { id: studyId } = workspace.studies.create({ name: 'twice', planJson: plan('twice') });
  const request = (model: string, hash: string) =>
    foldRequest({
      key: `pretrain/${model}`,
      kind: 'pretraining',
      model,
      task: null,
      fold: null,
      configurationHash: hash.repeat(64),
    });
  const make = async (hash: string, bytes: number) => {
    const base = workspace.runs.ensure(studyId, request('base', hash)).id;
    const adapted = workspace.runs.ensure(studyId, request('adapted', hash)).id;
    const baseId = await put(workspace, { studyId, runId: base }, bytes);
    const entry = { studyId, runId: adapted, name: 'adapted', parent: baseId };
    return { base: baseId, adapted: await put(workspace, entry, bytes) };
  };
  return { first: await make('a', 1_000), second: await make('b', 2_000) };
}

const names = (workspace: Workspace) =>
  planPruning(workspace, listStarts(workspace)).models.map(({ id }) => id);

describe('Pruning', () => {
  it('shows what it would remove, and then removes just that, newest first', async () => {
    const workspace = newWorkspace();
    const { first, second } = await studyRunTwice(workspace);
    await workspace.blobs.write([new Uint8Array(30)]);
    const before = workspace.models.list().length;
    const shown = planPruning(workspace, listStarts(workspace));
    expect(shown).toMatchObject({
      models: [
        { id: first.adapted, study: 'twice', reason: 'repeated', weightsBytes: 1_000 },
        { id: first.base, study: 'twice', reason: 'repeated', weightsBytes: 1_000 },
      ],
      unusedFiles: { count: 1, bytes: 30 },
      bytes: 2_030,
      keptCount: 2,
    });
    expect(workspace.models.list()).toHaveLength(before);
    const result = await pruneModels(workspace, listStarts(workspace));
    expect(result).toMatchObject({
      models: 2,
      files: 3,
      filesBytes: 2_030,
      databaseReusableBytes: 0,
    });
    expect(result.databaseFreedBytes).toBeGreaterThan(150_000);
    const left = workspace.models.list().map(({ id }) => id);
    expect(left).toEqual([second.adapted, second.base]);
    expect(readdirSync(join(workspace.folder, 'blobs'))).toHaveLength(2);
    expect(workspace.checkIntegrity()).toMatchObject({ databaseProblems: [], missingBlobs: [] });
    expect(workspace.audit.newest(1)[0]).toMatchObject({
      action: 'models.pruned',
      detail: { models: 2, files: 3, bytes: 2_030 },
    });
    expect(workspace.audit.verify().broken).toBeNull();
  });

  it('writes nothing down when there is nothing to remove', async () => {
    const workspace = newWorkspace();
    await put(workspace, { studyId: null, runId: null, name: 'imported' });
    const entries = workspace.audit.verify().entryCount;
    expect(await pruneModels(workspace, listStarts(workspace))).toMatchObject({
      models: 0,
      files: 0,
      filesBytes: 0,
    });
    expect(workspace.audit.verify().entryCount).toBe(entries);
    expect(workspace.models.list()).toHaveLength(1);
  });

  it('leaves what was chosen, exported or is the start of a plan, with the lines they come from', async () => {
    const workspace = newWorkspace();
    const { first } = await studyRunTwice(workspace);
    expect(names(workspace)).toEqual([first.adapted, first.base]);

    keepModel(workspace, { id: first.adapted }, true);
    keepModel(workspace, { id: first.adapted }, true);
    expect(names(workspace)).toEqual([]);
    expect(
      listModels(workspace, listStarts(workspace)).find(({ id }) => id === first.base),
    ).toMatchObject({
      isChosen: false,
      standing: { isSuperseded: false, reason: 'ancestor' },
    });
    keepModel(workspace, { id: first.adapted }, false);
    expect(names(workspace)).toEqual([first.adapted, first.base]);
    expect(workspace.audit.entriesOf(['model.kept', 'model.released'])).toHaveLength(2);

    workspace.audit.append('export.written', { modelId: first.base, files: 7 });
    expect(names(workspace)).toEqual([first.adapted]);
    workspace.studies.create({ name: 'other', planJson: plan('other', first.adapted) });
    expect(names(workspace)).toEqual([]);
  });

  it('leaves what was not shown, and all from which that descends', async () => {
    const workspace = newWorkspace();
    const { first } = await studyRunTwice(workspace);
    expect(
      await pruneModels(workspace, listStarts(workspace), { shown: new Set([first.base]) }),
    ).toMatchObject({
      models: 0,
    });
    expect(
      await pruneModels(workspace, listStarts(workspace), { shown: new Set([first.adapted]) }),
    ).toMatchObject({
      models: 1,
    });
    expect(names(workspace)).toEqual([first.base]);
  });

  it('takes the model that a run made before it was interrupted and repeated', async () => {
    const workspace = newWorkspace();
    const { id: studyId } = workspace.studies.create({ name: 's', planJson: plan('s') });
    const { id: runId } = workspace.runs.ensure(studyId, foldRequest());
    const older = await put(workspace, { studyId, runId });
    await put(workspace, { studyId, runId });
    expect(planPruning(workspace, listStarts(workspace)).models).toMatchObject([
      { id: older, reason: 'replaced' },
    ]);
  });

  it('waits for a trainer', async () => {
    const workspace = newWorkspace();
    const { first } = await studyRunTwice(workspace);
    const lock = workspace.lockForTrainer();
    await refusingLater('workspace.trainer-active', pruneModels(workspace, listStarts(workspace)));
    const stored = workspace.models.get(first.adapted);
    await refusingLater('workspace.trainer-active', removeModel(workspace, stored));
    expect(names(workspace)).toHaveLength(2);
    lock.release();
    expect(await pruneModels(workspace, listStarts(workspace))).toMatchObject({ models: 2 });
  });
});

describe('A superseded model', () => {
  it('is found by its id, and can be removed by hand', async () => {
    const workspace = newWorkspace();
    const { first, second } = await studyRunTwice(workspace);
    expect(findModel(workspace, 'twice/adapted').id).toBe(second.adapted);
    const stored = findModel(workspace, first.adapted);
    const { weightsBlobId } = stored;
    await removeModel(workspace, stored);
    refusing('model.unknown', () => findModel(workspace, first.adapted));
    expect(existsSync(join(workspace.folder, 'blobs', `${weightsBlobId}.blob`))).toBe(false);
    const needed = findModel(workspace, 'twice/adapted');
    await refusingLater('model.in-use', removeModel(workspace, needed));
  });
});
