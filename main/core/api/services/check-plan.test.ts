import { expect, it } from 'vitest';
import { newWorkspace, foldRequest } from '#core/storage/testing/temporary-workspace.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { planCheckSchema } from '../contract/plan.ts';
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

const check = (workspace: Workspace, changes: object = {}) =>
  checkPlan(workspace, source(changes), {
    calibration: null,
    freeBytes: 1e12,
    machineBytes: 8e9,
    requireEngine: () => undefined,
    nowMs: () => 0,
  });

it('a plan is told by its steps, and by what is missing of what it names', async () => {
  expect(await check(newWorkspace())).toMatchObject({
    name: 'hiv',
    steps: { vocabulary: 0, pretraining: 0, 'fine-tuning': 5 },
    replaces: null,
    faults: [
      { code: 'file.missing', place: { english: 'task test' } },
      { code: 'file.missing', place: { english: 'model ours' } },
    ],
  });
});

it('a plan that cannot be read is refused as when it is started', async () => {
  await expect(check(newWorkspace(), { models: {} })).resolves.toBeDefined();
  await expect(check(newWorkspace(), { model: {} })).rejects.toMatchObject({
    code: 'plan.invalid',
  });
});

it('what the check gives is what the contract says', async () => {
  expect(planCheckSchema.parse(await check(newWorkspace()))).toBeDefined();
});

/** A study with one finished step, which the plan above asks for. */
function newStudy() {
  const workspace = newWorkspace();
  const { id } = registerStudy(workspace, source());
  const key = 'fine-tune/test/ours/fold-1';
  const run = workspace.runs.ensure(id, {
    ...foldRequest(),
    ...{ key, model: 'ours', task: 'test', fold: 0 },
  });
  workspace.runs.setState(run.id, 'running');
  workspace.runs.finish(run.id, { metrics: [] });
  return {
    workspace,
    id,
    lost: { key, kind: 'fine-tuning', model: 'ours', task: 'test', fold: 0 },
  };
}

it('a plan for a study that is there names the results that would go, and changes none', async () => {
  const { workspace, id, lost } = newStudy();
  expect((await check(workspace)).replaces).toBeNull();
  expect((await check(workspace, { seed: 7 })).replaces).toEqual({
    studyId: id,
    runsFinished: 1,
    lostRuns: [lost],
  });
  expect(workspace.studies.get(id).planJson).not.toContain('"seed": 7');
});

it('a change that touches no result costs none', async () => {
  const { workspace, id } = newStudy();
  const { replaces } = await check(workspace, { description: 'in other words' });
  expect(replaces).toEqual({ studyId: id, runsFinished: 1, lostRuns: [] });
});

it('of a plan that an earlier version made and this one refuses, all results may go', async () => {
  const { workspace, id, lost } = newStudy();
  workspace.studies.revise(id, JSON.stringify({ ...plan, epochs: 3 }));
  expect((await check(workspace)).replaces?.lostRuns).toEqual([lost]);
});
