import { expect, it } from 'vitest';
import { foldRequest, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { warnOfOldResults } from './warn-of-old-results.ts';

/** A study with one fold that has a result and one that has none. */
function startStudy() {
  const workspace = newWorkspace();
  const { studies, runs } = workspace;
  const { id } = studies.create({ name: 'study', planJson: '{}' });
  const start = () => studies.setState(id, 'running');
  const begin = (key: string) => {
    const run = runs.ensure(id, foldRequest({ key }));
    return runs.setState(run.id, 'running', { engine: 'onnx-cpu' });
  };
  start();
  runs.finish(begin('first').id, { metrics: [] });
  const fail = () =>
    studies.fail(id, { code: 'x', expected: '', found: '', remedy: '', place: null });
  const warned = () =>
    warnOfOldResults(workspace, studies.get(id), runs.listByStudy(id)).length === 1;
  return { workspace, id, start, begin, fail, warned };
}

it('results are not called old while the study that made them goes on, or when it failed later', () => {
  const { begin, fail, warned } = startStudy();
  expect(warned()).toBe(false);
  begin('second');
  fail();
  expect(warned()).toBe(false);
});

it('results are old from a new plan or a new start on, until a run of it begins', () => {
  const { workspace, id, start, begin, fail, warned } = startStudy();
  workspace.studies.setState(id, 'stopped');
  expect(warned(), 'stopped').toBe(false);
  workspace.studies.revise(id, '{"seed": 2}');
  expect(warned(), 'revised').toBe(true);
  start();
  expect(warned(), 'reading').toBe(true);
  fail();
  expect(warned(), 'could not read').toBe(true);
  workspace.studies.setState(id, 'queued');
  start();
  begin('second');
  expect(warned(), 'compared').toBe(false);
});

it('results are not old when the study finished with them, nor when those that were are gone', () => {
  const finished = startStudy();
  finished.workspace.studies.setState(finished.id, 'finished');
  expect(finished.warned()).toBe(false);

  const { workspace, id, warned } = startStudy();
  workspace.studies.setState(id, 'stopped');
  workspace.studies.revise(id, '{}');
  workspace.runs.ensure(id, foldRequest({ key: 'first', configurationHash: 'b'.repeat(64) }));
  expect(warned()).toBe(false);
});
