import { expect, it } from 'vitest';
import { newWorkspace, foldRequest } from '#core/storage/testing/temporary-workspace.ts';
import { registerStudy } from '#core/study/register-study.ts';
import { checkPlan } from './check-plan.ts';

const plan = {
  name: 'hiv',
  models: { ours: { start: { kind: 'checkpoint', folder: 'bert' } } },
  tasks: { test: { kind: 'classification', folds: 5, data: { format: 'csv', files: ['a.csv'] } } },
};
const source = (changes: object = {}) => ({
  text: JSON.stringify({ ...plan, ...changes }),
  fileName: 'plan',
  folder: '/plans',
});

it('a plan is told by its steps', () => {
  expect(checkPlan(newWorkspace(), source())).toEqual({
    name: 'hiv',
    steps: { vocabulary: 0, pretraining: 0, 'fine-tuning': 5 },
    replaces: null,
  });
});

it('a plan that cannot be read is refused as when it is started', () => {
  expect(() => checkPlan(newWorkspace(), source({ models: {} }))).not.toThrow();
  expect(() => checkPlan(newWorkspace(), source({ model: {} }))).toThrow(
    expect.objectContaining({ code: 'plan.invalid' }),
  );
});

it('a plan for a study that is there says how many results it puts at risk, and changes none', () => {
  const workspace = newWorkspace();
  const { id } = registerStudy(workspace, source());
  const run = workspace.runs.ensure(id, foldRequest());
  workspace.runs.setState(run.id, 'running');
  workspace.runs.finish(run.id, { metrics: [] });
  expect(checkPlan(workspace, source()).replaces).toBeNull();
  expect(checkPlan(workspace, source({ seed: 7 })).replaces).toEqual({ runsFinished: 1 });
  expect(workspace.studies.get(id).planJson).not.toContain('"seed": 7');
});
