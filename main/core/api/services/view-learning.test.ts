import { expect, it } from 'vitest';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import { averageStretches, viewLearning } from './view-learning.ts';

const start = { kind: 'checkpoint', folder: '/checkpoint' };
const task = (files: string) => ({
  kind: 'classification',
  data: { format: 'csv', files: [files] },
  folds: 2,
  baselines: ['majority'],
});
const planJson = JSON.stringify({
  name: 'study',
  models: { one: { start, title: 'The first' }, two: { start } },
  tasks: { screen: { ...task('/n.csv'), title: 'Screening' }, other: task('/m.csv') },
  comparisons: [],
});

it('losses of a task are those of its folds, by model as it is called, without baselines', () => {
  const workspace = newWorkspace();
  const { id: studyId } = workspace.studies.create({ name: 'study', planJson });
  for (const planned of listRuns(readPlan(planJson, 'study'))) {
    const { key, kind, model, task: of, fold } = planned;
    const request = { key, kind, model, task: of, fold, configurationHash: 'a'.repeat(64) };
    const run = workspace.runs.ensure(studyId, request);
    if (model === 'two' && fold === 1) continue;
    workspace.runs.setState(run.id, 'running', { engine: 'onnx-cpu', engineSource: 'plan' });
    for (const step of [1, 2]) {
      const loss = step === 1 ? 2 : (fold ?? 0) + (of === 'screen' ? 0 : 100);
      const progress = { runId: run.id, atMs: 0, step, stepCount: 2, loss, tokensPerSecond: null };
      workspace.runs.recordProgress(progress);
    }
  }
  const { models } = viewLearning(workspace, { studyId, task: 'Screening' });
  expect(
    models.map(({ model, folds }) => [model, folds.map(({ fold, losses }) => [fold, losses])]),
  ).toEqual([
    [
      'The first',
      [
        [
          0,
          [
            { step: 1, loss: 2 },
            { step: 2, loss: 0 },
          ],
        ],
        [
          1,
          [
            { step: 1, loss: 2 },
            { step: 2, loss: 1 },
          ],
        ],
      ],
    ],
    [
      'two',
      [
        [
          0,
          [
            { step: 1, loss: 2 },
            { step: 2, loss: 0 },
          ],
        ],
      ],
    ],
  ]);
  expect(viewLearning(workspace, { studyId, task: 'none' }).models).toEqual([]);
});

it('a long curve becomes means of stretches, and none of its points is left out', () => {
  const points = Array.from({ length: 500 }, (_, step) => ({ step, loss: step % 2 }));
  const thinned = averageStretches(points, 60);
  expect(thinned).toHaveLength(60);
  expect(thinned.at(-1)?.step).toBe(499);
  const ends = thinned.map(({ step }) => step + 1);
  const sum = thinned.reduce(
    (all, { loss }, index) => all + loss * (ends[index] - (ends[index - 1] ?? 0)),
    0,
  );
  expect(sum).toBeCloseTo(250, 9);
  expect(averageStretches(points.slice(0, 3), 60)).toEqual(points.slice(0, 3));
  expect(averageStretches([], 60)).toEqual([]);
});
