import { describe, expect, it } from 'vitest';
import { foldRequest, newWorkspace } from './testing/temporary-workspace.ts';

function workspaceWithRun() {
  const { studies, runs } = newWorkspace();
  const study = studies.create({ name: 'study', planJson: '{}' });
  const { id } = runs.ensure(study.id, foldRequest());
  const record = (step: number, stepCount: number, loss: number | null = 1 / step) => {
    const progress = { runId: id, atMs: step, step, stepCount, loss, tokensPerSecond: null };
    runs.recordProgress(progress);
    return progress;
  };
  return { runs, id, record };
}

describe('the progress of a run', () => {
  it('is the last one recorded', () => {
    const { runs, id, record } = workspaceWithRun();
    expect(runs.progressOf(id)).toBeUndefined();
    record(1, 10);
    const last = record(2, 10);
    expect(runs.progressOf(id)).toEqual(last);
  });

  it('gives every loss of a short run', () => {
    const { runs, id, record } = workspaceWithRun();
    for (let step = 1; step <= 100; step++) record(step, 100);
    expect(runs.curveOf(id).map(({ step }) => step)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
  });

  it('gives about 500 points of a long one, the last among them', () => {
    const { runs, id, record } = workspaceWithRun();
    for (let step = 1; step <= 4_001; step++) record(step, 4_001);
    const curve = runs.curveOf(id);
    expect(curve.length).toBeGreaterThan(400);
    expect(curve.length).toBeLessThanOrEqual(502);
    expect(curve.at(0)?.step).toBe(1);
    expect(curve.at(-1)).toEqual({ step: 4_001, atMs: 4_001, loss: 1 / 4_001 });
  });

  it('forgets what came after the step at which a resumed run goes on', () => {
    const { runs, id, record } = workspaceWithRun();
    for (let step = 1; step <= 9; step++) record(step, 10);
    record(4, 10, 42);
    expect(runs.curveOf(id).map(({ step, loss }) => [step, loss])).toEqual([
      [1, 1],
      [2, 1 / 2],
      [3, 1 / 3],
      [4, 42],
    ]);
  });

  it('has no point where there is no loss', () => {
    const { runs, id, record } = workspaceWithRun();
    record(1, 10, null);
    record(2, 10, Number.NaN);
    expect(runs.curveOf(id)).toEqual([]);
  });
});
