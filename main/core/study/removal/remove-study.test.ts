import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusing, refusingLater } from '#core/storage/testing/refusing.ts';
import { foldRequest, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { keepModel } from '#core/library/keeping/keep-model.ts';
import { recordReading } from '../data/readings.ts';
import { planStudyRemoval } from './plan-study-removal.ts';
import { findStoredData, removeData } from './remove-data.ts';
import { removeStudy } from './remove-study.ts';
import { listStoredData } from './stored-data.ts';

/** A plan that reads a corpus and a labelled set, and starts from a model if one is named. */
function planOf(name: string, start?: string): string {
  const base =
    start === undefined ? { kind: 'checkpoint', folder: '/x' } : { kind: 'library', model: start };
  const task = { kind: 'classification', data: { format: 'csv', files: ['/labels.csv'] } };
  return JSON.stringify({
    name,
    corpora: { notes: { files: ['/notes.txt'] } },
    models: { base: { start: base } },
    tasks: { screen: task },
  });
}

async function putCorpus(workspace: Workspace, hash: string): Promise<string> {
  const statistics = () => null;
  const lines = ['a line'];
  return (await workspace.corpora.put({ name: 'notes', sourceHash: hash, lines, statistics })).id;
}

function putNotes(workspace: Workspace, hash: string): void {
  workspace.datasets.put({
    name: 'screen',
    kind: 'labelled-notes',
    sourceHash: hash,
    examples: [{ id: '1', text: 'a note', label: 'yes', groupId: null }],
    statistics: () => null,
  });
}

async function putModel(
  workspace: Workspace,
  entry: { studyId: string | null; runId: string | null; name: string; parent?: string },
): Promise<string> {
  const { id: weightsBlobId } = await workspace.blobs.write([new Uint8Array(1_000)]);
  const { studyId, runId, name, parent: parentModelId = null } = entry;
  const tokenizerFiles = {};
  const configuration = { positionOffset: 0 };
  const model = { studyId, runId, name, parentModelId, configuration, tokenizerFiles };
  return workspace.models.put({ ...model, weightsBlobId }).id;
}

/** A study that has read its data, pre-trained a model, and is in the middle of the next. */
async function studyUnderWay(workspace: Workspace, name: string) {
  const study = workspace.studies.create({ name, planJson: planOf(name) });
  const studyId = study.id;
  const read = (of: 'corpus' | 'task', hash: string) => {
    const as = of === 'corpus' ? 'notes' : 'screen';
    recordReading(workspace, { studyId, of, name: as, hash });
  };
  const request = (model: string) =>
    foldRequest({ key: `pretrain/${model}`, kind: 'pretraining', model, task: null, fold: null });
  const { id: baseRun } = workspace.runs.ensure(studyId, request('base'));
  const base = await putModel(workspace, { studyId, runId: baseRun, name: 'base' });
  const { id: nextRun } = workspace.runs.ensure(studyId, request('adapted'));
  const state = { runId: nextRun, configurationHash: 'h', engine: 'onnx-cpu', position: 1 };
  await workspace.trainingStates.put(state, [new Uint8Array(500)]);
  return { study, read, base, baseRun };
}

const namesOf = (workspace: Workspace) =>
  listStoredData(workspace).map(({ kind, hash, studies }) => [kind, hash, ...studies]);

describe('A study that is removed', () => {
  it('takes along its runs, models and states, and the texts that no other study reads', async () => {
    // A clock that is set back again and again: what is made later seems to be older.
    let nowMs = 1e12;
    const workspace = newWorkspace({ nowMs: () => nowMs-- });
    const { study, read, base, baseRun } = await studyUnderWay(workspace, 'gone');
    const { read: otherReads, base: otherBase } = await studyUnderWay(workspace, 'other');
    const child = { studyId: study.id, runId: null, name: 'child', parent: base };
    const childId = await putModel(workspace, child);
    for (const hash of ['c1', 'c2', 'shared']) {
      await putCorpus(workspace, hash);
      read('corpus', hash);
    }
    putNotes(workspace, 'n1');
    read('task', 'n1');
    otherReads('corpus', 'shared');
    await workspace.blobs.write([new Uint8Array(30)]);

    const shown = planStudyRemoval(workspace, study);
    expect(shown).toMatchObject({
      study: 'gone',
      runCount: 2,
      trainingCount: 1,
      filesBytes: 2_530,
    });
    expect(shown.models).toEqual([
      { id: base, name: 'base', reference: 'gone/base' },
      { id: childId, name: 'child', reference: childId },
    ]);
    expect(shown.data.map(({ hash }) => hash)).toEqual(['c1', 'c2', 'n1']);
    expect(shown.sharedData.map(({ hash }) => hash)).toEqual(['shared']);
    expect(workspace.studies.list()).toHaveLength(2);

    expect((await removeStudy(workspace, study)).removal).toEqual(shown);
    expect(workspace.studies.list().map(({ name }) => name)).toEqual(['other']);
    refusing('record.missing', () => workspace.runs.get(baseRun));
    expect(workspace.models.list().map(({ id }) => id)).toEqual([otherBase]);
    expect(namesOf(workspace)).toEqual([['corpus', 'shared', 'other']]);
    // The weights and the state of the other.
    expect(readdirSync(join(workspace.folder, 'blobs'))).toHaveLength(2);
    expect(workspace.checkIntegrity()).toMatchObject({ databaseProblems: [], missingBlobs: [] });
    const said = workspace.audit.entriesOf(['study.removed', 'corpus.removed', 'dataset.removed']);
    expect(said.map(({ action }) => action)).toEqual([
      'study.removed',
      'corpus.removed',
      'corpus.removed',
      'dataset.removed',
    ]);
    expect(workspace.audit.verify().broken).toBeNull();
  });

  it('stays while something outside it needs one of its models, and says what', async () => {
    const workspace = newWorkspace();
    const { study, base } = await studyUnderWay(workspace, 'first');
    keepModel(workspace, { id: base }, true);
    const made = { studyId: null, runId: null, name: 'made', parent: base };
    const madeId = await putModel(workspace, made);
    workspace.studies.create({ name: 'second', planJson: planOf('second', 'first/base') });
    const needs =
      'made was made from first/base; study second starts from first/base; first/base is marked to be kept';
    await expect(removeStudy(workspace, study)).rejects.toMatchObject({
      code: 'study.in-use',
      details: { found: needs },
    });
    expect(workspace.studies.list()).toHaveLength(2);
    expect(workspace.models.list()).toHaveLength(2);

    workspace.models.remove(madeId);
    keepModel(workspace, { id: base }, false);
    workspace.studies.remove(workspace.studies.findByName('second')?.id ?? '');
    await removeStudy(workspace, study);
    expect(workspace.models.list()).toEqual([]);
  });

  it('stays while a trainer works', async () => {
    const workspace = newWorkspace();
    const { study } = await studyUnderWay(workspace, 'first');
    const lock = workspace.lockForTrainer();
    await refusingLater('workspace.trainer-active', removeStudy(workspace, study));
    lock.release();
    await removeStudy(workspace, study);
  });
});

describe('A corpus', () => {
  it('is removed when no study reads it any more', async () => {
    const workspace = newWorkspace();
    const { read } = await studyUnderWay(workspace, 'study');
    const first = await putCorpus(workspace, 'c1');
    read('corpus', 'c1');
    const find = (reference: string) => findStoredData(workspace, { kind: 'corpus', reference });
    refusing('corpus.in-use', () => removeData(workspace, find('notes')));

    await putCorpus(workspace, 'c2');
    read('corpus', 'c2');
    refusing('record.ambiguous', () => find('notes'));
    removeData(workspace, find(first));
    expect(namesOf(workspace)).toEqual([['corpus', 'c2', 'study']]);
    refusing('record.missing', () => find(first));
    refusing('record.missing', () => find('other'));
  });

  it('and a labelled set are told apart', () => {
    const workspace = newWorkspace();
    putNotes(workspace, 'n1');
    refusing('record.missing', () =>
      findStoredData(workspace, { kind: 'corpus', reference: 'screen' }),
    );
    const set = findStoredData(workspace, { kind: 'dataset', reference: 'screen' });
    removeData(workspace, set);
    expect(namesOf(workspace)).toEqual([]);
  });
});

it('a study goes whose plan an earlier version took and this one refuses, and keeps none from going', async () => {
  const workspace = newWorkspace();
  const old = await studyUnderWay(workspace, 'old');
  const other = await studyUnderWay(workspace, 'other');
  const refused = JSON.stringify({ ...(JSON.parse(planOf('old')) as object), epochs: 3 });
  workspace.studies.revise(old.study.id, refused);
  expect(planStudyRemoval(workspace, workspace.studies.get(other.study.id)).study).toBe('other');
  await removeStudy(workspace, workspace.studies.get(old.study.id));
  expect(workspace.studies.list().map(({ name }) => name)).toEqual(['other']);
});
