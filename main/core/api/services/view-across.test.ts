import { expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { recordReading } from '#core/study/data/readings.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { acrossSchema } from '../contract/across.ts';
import { viewAcross } from './view-across.ts';

const start = { kind: 'checkpoint', folder: '/checkpoint' };

function enter(workspace: Workspace, name: string, gain: number): string {
  const planJson = JSON.stringify({
    name,
    title: `The study ${name}`,
    models: { one: { start, title: 'First model' } },
    tasks: {
      screen: {
        kind: 'classification',
        title: 'Screening',
        data: { format: 'csv', files: ['/n.csv'] },
        folds: 6,
      },
    },
    comparisons: [],
  });
  const { id } = workspace.studies.create({ name, planJson });
  const version = { set: 'wards', version: 2, setHash: '2' };
  recordReading(workspace, {
    studyId: id,
    of: 'task',
    name: 'screen',
    hash: 'd'.repeat(64),
    version,
  });
  for (const { key, kind, model, task, fold } of listRuns(readPlan(planJson, name))) {
    const request = { key, kind, model, task, fold, configurationHash: 'a'.repeat(64) };
    const run = workspace.runs.ensure(id, request);
    workspace.runs.setState(run.id, 'running', { engine: 'onnx-cpu', engineSource: 'plan' });
    const notes = [{ id: `n${fold ?? 0}`, groupId: null, truth: 0, logits: [1, 0] }];
    workspace.runs.finish(run.id, {
      metrics: [{ name: 'mcc', entityType: null, value: 0.5 + (1 + 0.01 * (fold ?? 0)) * gain }],
      predictions: { kind: 'classification', classes: ['a', 'b'], notes },
    });
  }
  return id;
}

it('studies, tasks and models are named as people read them, and asked for by these names', () => {
  const workspace = newWorkspace();
  const studyId = enter(workspace, 'first', 0.1);
  const other = enter(workspace, 'second', 0);
  const question = { studyId, task: 'Screening', model: 'First model' };
  const view = acrossSchema.parse(viewAcross(workspace, question));
  expect(view).toMatchObject({
    metric: 'mcc',
    set: { name: 'wards', version: 2 },
    compared: 'First model',
    models: [{ model: 'First model', isBaseline: false }],
    alike: [
      {
        studyId: other,
        study: 'The study second',
        task: 'Screening',
        folds: 6,
        unpairedBecause: null,
        comparisons: [{ against: 'First model', byNote: null }],
      },
    ],
  });
  const [{ comparisons, models }] = view.alike;
  expect(models[0].mean).toBeCloseTo(0.5, 12);
  expect(comparisons[0].byFold?.verdict).toBe('candidate-better');
  expect(inEnglish(comparisons[0].byFold?.sentence ?? '')).toMatch(
    /^“First model” is better than “First model \(The study second\)” on Screening/,
  );
});

it('a task that nobody knows is refused', () => {
  const workspace = newWorkspace();
  const studyId = enter(workspace, 'first', 0.1);
  expect(() => viewAcross(workspace, { studyId, task: 'none', model: null })).toThrow(/none/);
});
