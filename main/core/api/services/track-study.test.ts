import { describe, expect, it } from 'vitest';
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
    expect(changes?.lists['runs']).toEqual({ keys: null, items: { r2: { state: 'finished' } } });
    const after = applyChanges(first.whole, changes);
    expect(after.runs[0]).toBe(first.whole!.runs[0]);
    expect(after.runs[2]).not.toBe(first.whole!.runs[2]);
    expect(after.tasks).toBe(first.whole!.tasks);
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
