import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createAnnotationModelService } from '#core/api/services/annotation-model-service.ts';
import { importModel } from '#core/library/import-model.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { openPredictor } from '#core/prediction/open-predictor.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { trainStudy } from '#hosts/trainer/train-study.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import { passphrase } from '../recovery/storage/shared.ts';
import { smallProject } from './small-project.ts';

/**
 * From marks of people to an order by the model that learned them: frozen, trained as any study by the
 * real trainer on the real engine, loaded, asked.
 */
it('A transformer learns the marks of a project, and orders what nobody has begun', async () => {
  const workspace = newWorkspace();
  const folder = join(temporaryFolder(), 'encoder');
  writeCheckpoint(folder, makeMicroModel('bert', 'masked'));
  await importModel(workspace, folder, { whenTaken: 'refuse' });
  const [encoder] = workspace.models.list();
  const { projectId, numbers } = await smallProject(workspace, {
    count: 16,
    settings: { testCount: 2 },
  });
  for (const number of numbers.slice(0, 10)) {
    const start = workspace.documents.get(number).text.indexOf('fiebre');
    const fragments = [{ start, end: start + 6 }];
    const edits = [
      { kind: 'span-add', id: 'm', type: 'Disease', fragments, attributes: {} },
      { kind: 'class-set', label: 'yes' },
      { kind: 'state', state: 'done' },
    ] as const;
    const documents = [{ number, revision: 0, edits }];
    applyAction(workspace, { projectId, person: 'ana', documents });
  }
  const runtime = await openEngine('onnx-cpu', 'float32');
  const planned: string[] = [];
  const service = createAnnotationModelService({
    workspace,
    nowMs: workspace.nowMs,
    predict: async (modelId, text) => {
      const predictor = await openPredictor(workspace, workspace.models.get(modelId), runtime);
      try {
        return (await predictor.predict([text]))[0];
      } finally {
        await predictor.dispose();
      }
    },
    startStudy: (planText) => {
      planned.push(planText);
      const { name } = JSON.parse(planText) as { name: string };
      return Promise.resolve(workspace.studies.create({ name, planJson: planText }).id);
    },
    onFault: (error) => {
      throw error as Error;
    },
  });
  const studyId = await service.train({
    projectId,
    labels: 'spans',
    modelId: encoder.id,
    frozenEncoder: false,
    set: 'so far',
    title: 'Marks',
  });
  const rawKey = unlockWorkspace(workspace.folder, { passphrase });
  const outcome = await trainStudy(
    {
      ...{
        type: 'start' as const,
        workspaceFolder: workspace.folder,
        rawKey,
        personId: null,
        studyId,
      },
      ...{ engine: 'onnx-cpu', precision: null },
    },
    { emit: () => undefined, stop: new AbortController().signal },
  );
  expect(outcome).toEqual({ state: 'finished' });
  const { trainings, learnable } = await service.queueOrder(projectId);
  expect(learnable).toBe(8);
  expect(trainings).toMatchObject([{ labels: 'spans', studyId }]);
  const modelId = trainings[0].modelId!;

  await service.start({ kind: 'order', projectId, choice: { by: 'uncertain', modelId } });
  await expect.poll(async () => (await service.latest())?.state, { timeout: 20_000 }).toBe('done');
  const { latest } = await service.queueOrder(projectId);
  // A class and a mark of each of the eight that no test has.
  expect(latest).toMatchObject({
    by: 'uncertain',
    chosen: 6,
    model: { id: modelId, learned: { set: 'so far', version: 1, documents: 8, labels: 16 } },
  });
  const predictor = await openPredictor(workspace, workspace.models.get(modelId), runtime);
  const [said, nothing] = await predictor.predict(['Nota 3: fiebre alta.', '']);
  await predictor.dispose();
  // Three tags at most, O and B- and I- of the only type.
  if (said.kind !== 'entities' || nothing.kind !== 'entities') throw new Error('no mentions');
  expect(said.doubt).toBeGreaterThan(0);
  expect(said.doubt).toBeLessThanOrEqual(Math.log2(3));
  expect(nothing.doubt).toBe(0);
}, 60_000);
