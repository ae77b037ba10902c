import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ApiEvent } from '#core/api/contract/events.ts';
import {
  type ModelTask,
  type ModelTaskRequest,
  modelDetailsSchema,
  modelLibrarySchema,
  pruningSchema,
} from '#core/api/contract/models.ts';
import { createModelService } from '#core/api/services/model-service.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import {
  foldRequest,
  newWorkspace,
  temporaryFolder,
} from '#core/storage/testing/temporary-workspace.ts';
import { extendStoredModel } from '#core/library/vocabularies/extend-stored-model.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';

/** The model library as a window reaches it: over a real workspace and real folders. */
function openLibrary() {
  const folder = temporaryFolder();
  writeCheckpoint(join(folder, 'micro'), makeMicroModel('bert', 'token'));
  writeFileSync(join(folder, 'micro', 'README.md'), '---\nlanguage: nl\n---\n');
  const workspace = newWorkspace();
  const faults: unknown[] = [];
  const service = createModelService({
    predict: () => Promise.reject(new Error('not asked')),
    workspace,
    pathsRelativeTo: folder,
    nowMs: Date.now,
    onFault: (error) => faults.push(error),
  });
  const events: ApiEvent[] = [];
  service.subscribe((event) => events.push(event));
  const perform = async (request: ModelTaskRequest): Promise<ModelTask> => {
    const id = await service.startTask(request);
    return expect
      .poll(() => service.task(), { timeout: 30_000, interval: 5 })
      .toSatisfy((task: ModelTask) => task.id === id && task.state !== 'running')
      .then(() => service.task()) as Promise<ModelTask>;
  };
  const importMicro = async () => {
    const { modelId } = await perform({ kind: 'import', folder: 'micro', name: null });
    return modelId ?? '';
  };
  return { folder, workspace, service, events, perform, importMicro, faults };
}

test('a folder is imported with progress, and the library shows what is in it', async () => {
  const { service, events, importMicro, folder } = openLibrary();
  const modelId = await importMicro();
  const { models, pathsRelativeTo } = modelLibrarySchema.parse(await service.list());
  expect(pathsRelativeTo).toBe(folder);
  const { encoder, weights } = makeMicroModel('bert', 'token');
  expect(models).toMatchObject([
    {
      id: modelId,
      reference: 'micro',
      origin: 'imported',
      family: 'bert',
      languages: ['nl'],
      vocabularySize: encoder.vocabularySize,
      parameterCount: [...weights.values()].reduce((sum, { length }) => sum + length, 0),
      study: null,
      parent: null,
      standing: { isSuperseded: false },
    },
  ]);
  const details = modelDetailsSchema.parse(await service.get(modelId));
  expect(details).toMatchObject({
    line: { head: 'token-classification' },
    vocabularyReport: null,
    labels: ['O', 'B-FINDING', 'I-FINDING'],
    lineage: [{ step: 'imported', data: [{ name: 'checkpoint folder' }] }],
    measurements: [],
    dependents: { models: [], studies: [], isStageOfStudy: false },
  });
  // A model for marking entities has no head that fills in words; that was told at the import.
  expect(details.notes?.problems.map(({ rule }) => rule)).toEqual(['head-missing']);
  const told = events.filter((event) => event.type === 'model-task').map(({ task }) => task);
  expect(told.map(({ state }) => state)).toEqual(
    expect.arrayContaining(['running', 'done']) as string[],
  );
  const shares = told.flatMap(({ share }) => share ?? []);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(events.at(-1)).toEqual({ type: 'models-changed' });
});

test('a model that a command extended shows how it cuts the texts, before and after', async () => {
  const { workspace, service, importMicro } = openLibrary();
  const from = workspace.models.get(await importMicro());
  const lines = ['koorts hoest koorts patient', 'koorts hoest'];
  const { stored, cuts } = await extendStoredModel(workspace, from, {
    name: 'wide',
    texts: [{ name: 'notes', hash: 'h', lines }],
    tokenCount: 9,
    minFrequency: 2,
  });
  const pieces = makeMicroModel('bert', 'token').encoder.vocabularySize;
  const seen = async (id: string) =>
    modelDetailsSchema.parse(await service.get(id)).vocabularyReport;
  const vocabulary = { name: 'wide', kind: 'extended', algorithm: null, size: pieces + 2 };
  expect(await seen(stored.id)).toEqual({
    vocabulary: { ...vocabulary, addedCount: 2, corpora: cuts },
    study: null,
  });
  const count = (tokenCount: number) => ({ tokenCount, unknownCount: 0, unknownRate: 0 });
  expect(cuts).toMatchObject([
    { corpus: 'notes', wordCount: 6, before: count(3 * 6 + 2 * 5 + 1), after: count(6) },
  ]);

  // What the first versions made did not measure it.
  const { origin, ...configuration } = stored.configuration as { origin: object };
  const { id } = workspace.models.put({
    ...stored,
    name: 'old',
    configuration: { ...configuration, origin: { ...origin, cuts: undefined } },
  });
  expect((await seen(id))?.vocabulary.corpora).toEqual([]);
});

test('of two extensions of one name at the same time, one is refused and leaves nothing', async () => {
  const { workspace, importMicro } = openLibrary();
  const from = workspace.models.get(await importMicro());
  const extend = () =>
    extendStoredModel(workspace, from, {
      name: 'wide',
      texts: [{ name: 'notes', hash: 'h', lines: ['koorts hoest koorts patient'] }],
      tokenCount: 9,
      minFrequency: 2,
    });
  const ended = await Promise.allSettled([extend(), extend()]);
  const stored = ended.flatMap((end) => (end.status === 'fulfilled' ? end.value.stored : []));
  const refused = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason as Error] : []));
  expect(refused).toMatchObject([{ code: 'model.name-taken' }]);
  expect(workspace.models.list().map(({ id }) => id)).toEqual([stored[0].id, from.id]);
  expect(readdirSync(join(workspace.folder, 'blobs'))).toHaveLength(2);
  expect(workspace.blobs.list()).toHaveLength(2);
});

test('a folder that cannot be imported is refused with code and remedy, and leaves no trace', async () => {
  const { folder, workspace, service, perform, faults } = openLibrary();
  rmSync(join(folder, 'micro', 'config.json'));
  expect(await perform({ kind: 'import', folder: 'micro', name: null })).toMatchObject({
    state: 'failed',
    outcome: null,
    failure: { code: 'checkpoint.file-missing', remedy: expect.any(String) as string },
  });
  expect(await perform({ kind: 'import', folder: '../nowhere', name: null })).toMatchObject({
    failure: { code: 'file.missing' },
  });
  expect((await service.list()).models).toEqual([]);
  expect(readdirSync(join(workspace.folder, 'blobs'))).toEqual([]);
  expect(faults).toEqual([]);
});

test('one work at a time', async () => {
  const { service, importMicro } = openLibrary();
  const first = importMicro();
  const request = { kind: 'import', folder: 'micro', name: 'other' } as const;
  await refusingLater('model.task-running', service.startTask(request));
  await first;
  await refusingLater('record.missing', service.startTask({ kind: 'verify', modelId: 'none' }));
});

test('a model is checked to its last byte; a damaged one fails, and does not hide the others', async () => {
  const { workspace, perform, importMicro } = openLibrary();
  const modelId = await importMicro();
  expect(await perform({ kind: 'verify', modelId })).toMatchObject({ state: 'done', share: 1 });
  const [file] = readdirSync(join(workspace.folder, 'blobs'));
  writeFileSync(join(workspace.folder, 'blobs', file), 'cut off');
  expect(await perform({ kind: 'verify', modelId })).toMatchObject({
    state: 'failed',
    failure: { code: 'blob.damaged' },
  });
  const again = createModelService({
    predict: () => Promise.reject(new Error('not asked')),
    workspace,
    pathsRelativeTo: '/',
    nowMs: Date.now,
    onFault: () => undefined,
  });
  expect((await again.list()).models).toMatchObject([{ id: modelId, parameterCount: null }]);
  // It can still be looked at, and removed.
  expect(await again.get(modelId)).toMatchObject({
    line: { id: modelId },
    labels: ['O', 'B-FINDING', 'I-FINDING'],
  });
  await again.remove(modelId);
  expect((await again.list()).models).toEqual([]);
});

test('a model leaves as a folder outside the workspace, and is known to have left', async () => {
  const { folder, workspace, service, perform, importMicro } = openLibrary();
  const modelId = await importMicro();
  symlinkSync(workspace.folder, join(folder, 'link'));
  for (const to of [workspace.folder, join(workspace.folder, 'blobs', 'x'), 'link/new/deep']) {
    await refusingLater(
      'model.folder-refused',
      service.startTask({ kind: 'export', modelId, folder: to, sampleFile: null }),
    );
  }
  await refusingLater(
    'model.folder-taken',
    service.startTask({ kind: 'export', modelId, folder: 'micro', sampleFile: null }),
  );
  // Refused before it began: nothing of it stands in a window.
  expect((await service.task())?.request.kind).toBe('import');
  expect((await service.list()).models).toMatchObject([{ wasExported: false }]);
  expect(await perform({ kind: 'export', modelId, folder: 'out', sampleFile: null })).toMatchObject(
    {
      state: 'done',
      outcome: expect.stringContaining(join(folder, 'out')) as string,
    },
  );
  expect(existsSync(join(folder, 'out', 'model.safetensors'))).toBe(true);
  expect((await service.list()).models).toMatchObject([{ wasExported: true }]);
});

test('what depends on a model is told, and what was measured with it', async () => {
  const { workspace, service, importMicro } = openLibrary();
  const modelId = await importMicro();
  const plan = (name: string) =>
    JSON.stringify({
      name,
      models: { own: { start: { kind: 'library', model: 'micro' } } },
      tasks: {},
    });
  const { id: studyId } = workspace.studies.create({ name: 'first', planJson: plan('first') });
  for (const [fold, value] of [0.5, 0.75].entries()) {
    const key = `fine-tune/entities/own/fold-${fold + 1}`;
    const run = workspace.runs.ensure(studyId, foldRequest({ key, model: 'own', fold }));
    workspace.runs.setState(run.id, 'running');
    workspace.runs.finish(run.id, {
      metrics: [
        { name: 'f1-micro', entityType: null, value },
        { name: 'f1-macro', entityType: null, value: Number.NaN },
        { name: 'f1', entityType: 'FINDING', value: 1 },
      ],
      summary: { datasetHash: 'd', startModelId: modelId },
    });
  }
  const { measurements, dependents } = modelDetailsSchema.parse(await service.get(modelId));
  expect(dependents).toEqual({
    models: [],
    studies: [{ id: studyId, name: 'first' }],
    isStageOfStudy: false,
  });
  expect(measurements).toMatchObject([{ study: 'first', task: 'entities', folds: 2 }]);
  const means = Object.fromEntries(measurements[0].metrics.map(({ name, mean }) => [name, mean]));
  expect(means).toMatchObject({ 'f1-micro': 0.625, 'f1-macro': null });

  await service.remove(modelId);
  expect((await service.list()).models).toEqual([]);
});

test('superseded models are shown, kept when a user says so, and removed when not', async () => {
  const { workspace, service } = openLibrary();
  const planJson = JSON.stringify({
    name: 's',
    models: { own: { start: { kind: 'checkpoint', folder: '/x' } } },
    tasks: {},
  });
  const { id: studyId } = workspace.studies.create({ name: 's', planJson });
  const { id: runId } = workspace.runs.ensure(studyId, foldRequest());
  const { encoder, tokenizerFiles } = makeMicroModel('bert', 'bare');
  const { id: weightsBlobId } = await workspace.blobs.write([new Uint8Array(5)]);
  const { id } = workspace.models.put({
    studyId,
    name: 'own',
    parentModelId: null,
    runId,
    configuration: encoder,
    tokenizerFiles,
    weightsBlobId,
  });
  expect(pruningSchema.parse(await service.pruning()).models).toEqual([]);
  workspace.runs.ensure(studyId, foldRequest({ configurationHash: 'b'.repeat(64) }));
  await service.keep(id, true);
  expect(await service.pruning()).toMatchObject({ models: [], bytes: 0, keptCount: 1 });
  expect((await service.list()).models).toMatchObject([{ isChosen: true }]);
  await service.keep(id, false);
  expect(await service.pruning()).toMatchObject({ models: [{ id, study: 's' }], bytes: 5 });
  expect(await service.prune([])).toMatchObject({ models: 0 });
  expect(await service.prune([id])).toMatchObject({ models: 1, files: 1, filesBytes: 5 });
  expect((await service.list()).models).toEqual([]);
});
