import { describe, expect, it } from 'vitest';
import { refusing } from '#core/storage/testing/refusing.ts';
import { foldRequest, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { findModel } from './find-model.ts';
import { planPruning } from './keeping/plan-pruning.ts';
import type { SetAsidePoint } from './model-record.ts';
import { findOfRun } from './model-of-run.ts';
import { placeModels } from './model-reference.ts';

/** A study with one pre-training, which stores its states in the order that a test says. */
function pretrainedStudy() {
  const workspace = newWorkspace();
  const { id: studyId } = workspace.studies.create({ name: 'study', planJson: '{}' });
  const { id: runId } = workspace.runs.ensure(
    studyId,
    foldRequest({
      ...{ key: 'pretrain/adapted', kind: 'pretraining', model: 'adapted', task: null, fold: null },
    }),
  );
  const store = async (setAside: SetAsidePoint | null): Promise<string> => {
    const { id: weightsBlobId } = await workspace.blobs.write([new Uint8Array(10)]);
    const origin = { kind: 'pretraining', ...(setAside === null ? {} : { setAside }) };
    return workspace.models.put({
      ...{ studyId, name: 'adapted', parentModelId: null, runId, weightsBlobId },
      configuration: { positionOffset: 0, origin },
      tokenizerFiles: { 'vocab.txt': '[PAD]\n' },
    }).id;
  };
  return { workspace, runId, store };
}

describe('the model of a run', () => {
  it.each<[readonly (SetAsidePoint | null)[]]>([
    [['last', null]],
    [[null, 'last']],
    [['before-divergence', null]],
    [[null, 'before-divergence']],
  ])('is never a state that was kept beside it, stored as %j', async (order) => {
    const { workspace, runId, store } = pretrainedStudy();
    const ids = new Map<SetAsidePoint | null, string>();
    for (const point of order) ids.set(point, await store(point));
    expect(findModel(workspace, 'study/adapted').id).toBe(ids.get(null));
    expect(findOfRun(workspace, runId)?.id).toBe(ids.get(null));
    const [beside] = order.filter((point) => point !== null);
    expect(findModel(workspace, `study/adapted/${beside}`).id).toBe(ids.get(beside));
    const places = placeModels(workspace, workspace.models.list());
    expect(places.get(ids.get(null) ?? '')?.reference).toBe('study/adapted');
    expect(places.get(ids.get(beside) ?? '')?.reference).toBe(`study/adapted/${beside}`);
    // Both are the newest of their kind: pruning takes neither.
    expect(planPruning(workspace, new Map()).models).toEqual([]);
  });

  it('is not there where its training only left what it was before its loss left', async () => {
    const { workspace, runId, store } = pretrainedStudy();
    await store('before-divergence');
    refusing('model.unknown', () => findModel(workspace, 'study/adapted'));
    expect(findOfRun(workspace, runId)).toBeUndefined();
  });

  it('is superseded by the same state of a run that was repeated', async () => {
    const { workspace, store } = pretrainedStudy();
    const older = await store('last');
    const newer = await store('last');
    const used = await store(null);
    expect(findModel(workspace, 'study/adapted/last').id).toBe(newer);
    expect(placeModels(workspace, workspace.models.list()).get(older)).toEqual({
      reference: older,
      origin: 'superseded',
    });
    expect(planPruning(workspace, new Map()).models).toMatchObject([
      { id: older, reason: 'replaced' },
    ]);
    expect(findModel(workspace, 'study/adapted').id).toBe(used);
  });
});
