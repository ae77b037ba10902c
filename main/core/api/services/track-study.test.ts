import { describe, expect, it } from 'vitest';
import { describeComparison } from '#core/report/describe-comparison.ts';
import type { TaskComparison } from '#core/report/study-results.ts';
import type { StudyView } from '../contract/study.ts';
import { StudyTracker } from './track-study.ts';
import { applyChanges } from '../contract/apply-study-changes.ts';

const runOf = (id: number, state = 'queued') => ({ id: `r${id}`, key: `fold-${id}`, state });
const metricsOf = (id: number, value: number) =>
  ['mcc', 'f1'].map((name) => ({ runId: `r${id}`, model: 'm', task: 't', name, value }));

/** As much of a study as changes while it runs. */
function makeView(finished: readonly number[], count = 4): StudyView {
  const runs = Array.from({ length: count }, (_, id) =>
    runOf(id, finished.includes(id) ? 'finished' : 'queued'),
  );
  const mean = finished.reduce((sum, id) => sum + id, 0);
  return {
    summary: { runsFinished: finished.length },
    failure: null,
    planText: '{}',
    runs,
    models: [{ name: 'm' }],
    tasks: [{ name: 't', labels: ['a'] }],
    metrics: finished.flatMap((id) => metricsOf(id, id)),
    means: finished.length === 0 ? [] : [{ task: 't', model: 'm', name: 'mcc', mean }],
    comparisons: [
      { task: 't', metric: 'mcc', baseline: 'a', candidate: 'b', p: mean, level: 0.05 },
    ],
    warnings: [],
  } as unknown as StudyView;
}

const versionAt = (version: number) => (version === 0 ? null : { epoch: 'life', version });

/** Twelve models on four tasks of ten folds, by five metrics of five types, the first folds finished. */
function makeLargeView(finishedCount: number): StudyView {
  const runs = Array.from({ length: 480 }, (_, at) => ({
    ...{ id: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`, model: `model-${at % 12}` },
    ...{ task: `task-${Math.floor(at / 12) % 4}`, fold: Math.floor(at / 48) },
    state: at < finishedCount ? 'finished' : 'queued',
  }));
  const finished = runs.slice(0, finishedCount);
  const rows = Array.from({ length: 25 }, (_, at) => ({
    ...{ name: `metric-${at % 5}`, entityType: `TYPE-${Math.floor(at / 5)}` },
  }));
  const metrics = finished.flatMap(({ id, model, task, fold }) =>
    rows.map((row) => ({ runId: id, model, task, fold, ...row, value: Math.sin(fold) })),
  );
  const means = [
    ...Map.groupBy(finished, ({ model, task }) => `${task} ${model}`).values(),
  ].flatMap((of) =>
    rows.map((row) => ({
      ...{ model: of[0].model, task: of[0].task, ...row },
      ...{ mean: Math.sin(of.length), halfInterval: Math.cos(of.length) },
    })),
  );
  // That of the last fold says something else, and all are corrected for each other.
  const last = finished.at(-1);
  const comparisons = Array.from({ length: 44 }, (_, at) => {
    const [task, metric] = [`task-${at % 4}`, 'f1-micro'];
    const names = { modelA: `model-${1 + (at % 11)}`, modelB: 'model-0' };
    const isChanged = last?.task === task && last.model === names.modelA;
    const result = { meanDifference: isChanged ? finishedCount / 7 : 0.5, foldCount: 1 };
    const comparison = { task, metric, ...names, result } as TaskComparison;
    return {
      ...{ task, metric, baseline: names.modelB, candidate: names.modelA },
      ...{ adjustedP: finishedCount / 700, sentence: describeComparison(comparison, 10) },
    };
  });
  const rest = { summary: { runsFinished: finishedCount }, models: [], tasks: [] };
  return { ...rest, runs, metrics, means, comparisons } as unknown as StudyView;
}

describe('a window that is told what changed', () => {
  it('has the view of the host after each step, whatever it has missed', () => {
    const tracker = new StudyTracker('life');
    const views = [[], [0], [0, 1], [0, 1, 3], [1, 3], [0, 1, 2, 3]].map((each) => makeView(each));
    /** Windows that ask at every step, at every second, and once in the middle. */
    const windows = [1, 2, 4].map((every) => ({
      every,
      at: null as { epoch: string; version: number } | null,
      view: null as StudyView | null,
    }));
    for (const [step, view] of views.entries()) {
      for (const window of windows) {
        if (step % window.every !== 0 && step < views.length - 1) continue;
        const { at, whole, changes } = tracker.update(view, window.at);
        window.view = whole ?? applyChanges(window.view, changes);
        window.at = at;
        expect(window.view).toEqual(view);
      }
    }
  });

  it('keeps the objects of what did not change', () => {
    const tracker = new StudyTracker('life');
    const first = tracker.update(makeView([0]), null);
    const { changes } = tracker.update(makeView([0, 2]), first.at);
    expect(changes?.lists['runs']).toEqual({ order: [], items: { r2: { state: 'finished' } } });
    expect(changes?.lists['metrics'].order).toEqual([{ at: 1, removed: 0, keys: ['r2'] }]);
    const after = applyChanges(first.whole, changes);
    expect(after.runs[0]).toBe(first.whole!.runs[0]);
    expect(after.runs[2]).not.toBe(first.whole!.runs[2]);
    expect(after.tasks).toBe(first.whole!.tasks);
  });

  it('hears little of each of 480 folds', () => {
    const tracker = new StudyTracker('life');
    const sizes = [0, 1, 2, 239, 240, 241, 478, 479, 480].map((count, step) => {
      const { whole, changes } = tracker.update(makeLargeView(count), versionAt(step));
      return step % 3 === 0 ? [] : [whole === null ? JSON.stringify(changes).length : Infinity];
    });
    expect(Math.max(...sizes.flat()) / 1000).toBeLessThan(20);
  });

  it('is told nothing where nothing changed, and all in another life of the host', () => {
    const tracker = new StudyTracker('life');
    const { at } = tracker.update(makeView([0]), null);
    const same = tracker.update(makeView([0]), at);
    expect(same).toEqual({ at, whole: null, changes: { fields: {}, lists: {} } });
    const other = new StudyTracker('another');
    expect(other.update(makeView([0]), at).whole).toEqual(makeView([0]));
    const future = { epoch: 'life', version: at.version + 1 };
    expect(tracker.update(makeView([0]), future).whole).not.toBeNull();
  });

  it('loses runs that a new plan lacks, and gets those that it has', () => {
    const tracker = new StudyTracker('life');
    const first = tracker.update(makeView([0, 3]), null);
    for (const view of [makeView([0], 2), makeView([0, 5], 6)]) {
      const { changes } = tracker.update(view, first.at);
      expect(applyChanges(first.whole, changes)).toEqual(view);
    }
  });
});
