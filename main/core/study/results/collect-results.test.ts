import { describe, expect, it } from 'vitest';
import { englishThroughout } from '#core/base/phrase.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { listRuns } from '../plan/list-runs.ts';
import { readPlan } from '../plan/read-plan.ts';
import { collectResults } from './collect-results.ts';

const foldCount = 6;
const start = { kind: 'checkpoint', folder: '/checkpoint' };
const task = {
  kind: 'classification',
  data: { format: 'csv', files: ['/n.csv'] },
  folds: foldCount,
};
const planJson = JSON.stringify({
  name: 'study',
  models: { one: { start }, two: { start } },
  tasks: { first: task, second: task },
  comparisons: [{ model: 'two', against: 'one' }],
});

/** What model two scores more than model one, fold by fold. */
const gains = [0.05, 0.01, 0.04, 0.02, 0.06, 0.03];

interface Finished {
  readonly isFinished: (model: string, fold: number) => boolean;
  readonly engineOf?: (model: string) => string;
}

/** The results of a study in which some folds of the first task are finished. */
function collectWhere({ isFinished, engineOf = () => 'onnx-cpu' }: Finished) {
  const workspace = newWorkspace();
  const { id } = workspace.studies.create({ name: 'study', planJson });
  for (const { key, kind, model, task: of, fold } of listRuns(readPlan(planJson, 'study'))) {
    if (of !== 'first' || fold === null || model === null || !isFinished(model, fold)) continue;
    const identity = { key, kind, model, task: of, fold, configurationHash: 'a'.repeat(64) };
    const run = workspace.runs.ensure(id, identity);
    workspace.runs.setState(run.id, 'running', { engine: engineOf(model), engineSource: 'plan' });
    const value = 0.5 + fold / 100 + (model === 'two' ? gains[fold] : 0);
    const ofClass = { name: 'mcc', entityType: 'x', value: 0 };
    workspace.runs.finish(run.id, {
      metrics: [ofClass, { name: 'mcc', entityType: null, value }, ofClass],
    });
  }
  return collectResults(workspace, id);
}

const collect = (isFinished: Finished['isFinished']) => collectWhere({ isFinished }).comparisons;

describe('comparisons of a study', () => {
  it('allow for training sets that overlap as those of so many folds do', () => {
    const [{ modelA, modelB, result }] = collect(() => true);
    expect([modelA, modelB]).toEqual(['two', 'one']);
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / foldCount;
    const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (foldCount - 1);
    // Test over training size is 1 to 5.
    expect(result.correctedT.t).toBeCloseTo(mean / Math.sqrt((1 / 6 + 1 / 5) * variance), 9);
    expect(result.meanDifference).toBeCloseTo(mean, 12);
  });

  it('count the comparisons that are planned, and are over folds that both have finished', () => {
    const comparisons = collect((model, fold) => model === 'one' || fold > 0);
    expect(comparisons).toHaveLength(1);
    const [{ result }] = comparisons;
    expect(result).toMatchObject({ foldCount: 5, familySize: 2, pHolm: 2 * 0.0625 });
    expect(result.meanDifference).toBeCloseTo(0.032, 12);
  });

  it('are not made where no fold is shared', () => {
    expect(collect((model, fold) => (model === 'one' ? fold < 3 : fold >= 3))).toEqual([]);
  });
});

describe('comparisons over repeated divisions', () => {
  const plan = readPlan(planJson, 'study');
  const repeatedJson = JSON.stringify({
    ...plan,
    tasks: { first: { ...plan.tasks.first, repeats: 2 } },
  });

  it('are over all folds by the corrected test, ranks and Wilcoxon’s over those of the first', () => {
    const workspace = newWorkspace();
    const { id } = workspace.studies.create({ name: 'study', planJson: repeatedJson });
    const planned = listRuns(readPlan(repeatedJson, 'study'));
    expect(planned.filter(({ model }) => model === 'two')).toHaveLength(2 * foldCount);
    for (const { key, kind, model, task: of, fold } of planned) {
      const identity = { key, kind, model, task: of, fold, configurationHash: 'a'.repeat(64) };
      const run = workspace.runs.ensure(id, identity);
      workspace.runs.setState(run.id, 'running');
      const value = 0.5 + (fold ?? 0) / 100 + (model === 'two' ? gains[(fold ?? 0) % 6] : 0);
      workspace.runs.finish(run.id, { metrics: [{ name: 'mcc', entityType: null, value }] });
    }
    const [{ result }] = collectResults(workspace, id).comparisons;
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / foldCount;
    const variance = (2 * gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0)) / 11;
    // Twelve folds; test over training size stays 1 to 5.
    expect(result.correctedT.t).toBeCloseTo(mean / Math.sqrt((1 / 12 + 1 / 5) * variance), 9);
    expect(result.pHolm).toBe(result.correctedT.p);
    expect(result).toMatchObject({ foldCount: 12, smallestPossibleP: 2 / 64 });
    expect(result.wilcoxon.p).toBe(2 / 64);
  });
});

it('a study that was stopped has an end, but has not finished', () => {
  const workspace = newWorkspace();
  const { id } = workspace.studies.create({ name: 'study', planJson });
  workspace.studies.setState(id, 'running');
  workspace.studies.setState(id, 'stopped');
  expect(collectResults(workspace, id).study.finishedAtMs).toBeNull();
  workspace.studies.setState(id, 'queued');
  workspace.studies.setState(id, 'running');
  workspace.studies.setState(id, 'finished');
  expect(collectResults(workspace, id).study.finishedAtMs).not.toBeNull();
});

describe('results of several engines', () => {
  it('are warned of, those of one are not', () => {
    const isFinished = () => true;
    expect(collectWhere({ isFinished }).warnings).toEqual([]);
    const engineOf = (model: string) => (model === 'one' ? 'onnx-cpu' : 'onnx-webgpu');
    expect(englishThroughout(collectWhere({ isFinished, engineOf }).warnings)).toMatchObject([
      { about: 'study', text: expect.stringMatching(/onnx-cpu and onnx-webgpu/) as string },
    ]);
  });
});
