import { describe, expect, it } from 'vitest';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listRuns } from '../plan/list-runs.ts';
import { readPlan } from '../plan/read-plan.ts';
import { collectResults } from './collect-results.ts';

interface Shape {
  readonly models: readonly string[];
  readonly tasks: readonly string[];
  readonly folds: number;
}

function writePlan({ models, tasks, folds }: Shape): string {
  const start = { kind: 'checkpoint', folder: '/checkpoint' };
  const data = { format: 'csv', files: ['/notes.csv'] };
  return JSON.stringify({
    name: 'study',
    models: Object.fromEntries(models.map((name) => [name, { start }])),
    tasks: Object.fromEntries(tasks.map((name) => [name, { kind: 'classification', data, folds }])),
    comparisons: [{ model: 'adapted', against: 'general' }],
  });
}

/** Finishes every run of the plan that has no result yet, as a trainer would. */
function finishAll(workspace: Workspace, studyId: string, planJson: string): void {
  for (const { key, kind, model, task, fold } of listRuns(readPlan(planJson, 'study'))) {
    const configurationHash = 'a'.repeat(64);
    const identity = { key, kind, model, task, fold, configurationHash };
    const run = workspace.runs.ensure(studyId, identity);
    if (run.state === 'finished') continue;
    workspace.runs.setState(run.id, 'running', { engine: 'onnx-cpu', engineSource: 'plan' });
    const value = 0.5 + (fold ?? 0) / 100 + (model === 'adapted' ? 0.1 : 0);
    workspace.runs.finish(run.id, { metrics: [{ name: 'mcc', entityType: null, value }] });
  }
}

const whole: Shape = { models: ['general', 'adapted', 'third'], tasks: ['a', 'b'], folds: 6 };

function measured(workspace: Workspace, studyId: string) {
  const { measurements, runs, comparisons } = collectResults(workspace, studyId);
  const each = (of: 'model' | 'task' | 'fold') =>
    [...new Set(measurements.map((measurement) => measurement[of]))].sort();
  return {
    models: each('model'),
    tasks: each('task'),
    folds: each('fold').length,
    runs: runs.length,
    compared: comparisons.map(({ result }) => result.foldCount),
  };
}

describe('a plan that asks for less than before', () => {
  it.each([
    ['folds', { folds: 3 }],
    ['models', { models: ['general', 'adapted'] }],
    ['tasks', { tasks: ['b'] }],
  ] as const)('has results only of the %s that it still names', (_, change) => {
    const workspace = newWorkspace();
    const { id } = workspace.studies.create({ name: 'study', planJson: writePlan(whole) });
    finishAll(workspace, id, writePlan(whole));
    const before = { ...whole, models: [...whole.models].sort(), runs: 36, compared: [6, 6] };
    expect(measured(workspace, id)).toEqual(before);

    const less: Shape = { ...whole, ...change };
    workspace.studies.revise(id, writePlan(less));
    expect(measured(workspace, id)).toEqual({
      models: [...less.models].sort(),
      tasks: less.tasks,
      folds: less.folds,
      runs: less.models.length * less.tasks.length * less.folds,
      compared: less.tasks.map(() => less.folds),
    });

    workspace.studies.revise(id, writePlan(whole));
    expect(measured(workspace, id)).toEqual(before);
  });
});
