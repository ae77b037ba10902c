import { describe, expect, it } from 'vitest';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { recordReading, type SetVersion } from '../data/readings.ts';
import { listRuns } from '../plan/list-runs.ts';
import { readPlan } from '../plan/read-plan.ts';
import { compareAcrossStudies } from './compare-across-studies.ts';

const start = { kind: 'checkpoint', folder: '/checkpoint' };

interface Entered {
  readonly name: string;
  readonly models?: readonly string[];
  readonly task?: string;
  readonly folds?: number;
  readonly hash?: string | null;
  readonly version?: SetVersion;
  readonly kind?: 'classification' | 'entities';
  readonly files?: readonly string[];
  readonly isFinished?: boolean;
  /** [folds][models]: the metric. */
  readonly scores?: readonly (readonly number[])[];
  /** [folds]: the notes that are tested; none kept where left out. */
  readonly tested?: readonly (readonly string[])[];
  /** Notes that models get wrong. */
  readonly wrong?: readonly string[];
}

/** A study with a task whose folds are finished, with what they say. */
function enter(workspace: Workspace, entered: Entered): string {
  const { name, models = ['one'], task = 'screen', folds = 6, kind = 'classification' } = entered;
  const data =
    kind === 'classification'
      ? { format: 'csv', files: entered.files ?? ['/n.csv'] }
      : { format: 'bio', files: entered.files ?? ['/n.tsv'] };
  const planJson = JSON.stringify({
    name,
    models: Object.fromEntries(models.map((model) => [model, { start }])),
    tasks: { [task]: { kind, data, folds } },
    comparisons: [],
  });
  const { id } = workspace.studies.create({ name, planJson });
  const { hash = 'd'.repeat(64), version } = entered;
  if (hash !== null) {
    recordReading(workspace, {
      studyId: id,
      of: 'task',
      name: task,
      hash,
      ...(version && { version }),
    });
  }
  if (entered.isFinished === false) return id;
  for (const planned of listRuns(readPlan(planJson, name))) {
    const { key, fold, model } = planned;
    if (fold === null || model === null) continue;
    const request = {
      key,
      kind: planned.kind,
      model,
      task,
      fold,
      configurationHash: 'a'.repeat(64),
    };
    const run = workspace.runs.ensure(id, request);
    workspace.runs.setState(run.id, 'running', { engine: 'onnx-cpu', engineSource: 'plan' });
    const value = entered.scores?.[fold]?.[models.indexOf(model)] ?? 0.5 + fold / 100;
    const notes = entered.tested?.[fold]?.map((note) => ({
      id: note,
      groupId: null,
      truth: 1,
      logits: entered.wrong?.includes(note) === true ? [1, 0] : [0, 1],
    }));
    workspace.runs.finish(run.id, {
      metrics: [
        { name: kind === 'classification' ? 'mcc' : 'f1-micro', entityType: null, value },
        { name: 'accuracy', entityType: null, value: 0 },
      ],
      ...(notes && { predictions: { kind: 'classification', classes: ['no', 'yes'], notes } }),
    });
  }
  return id;
}

const sixFolds = Array.from({ length: 6 }, (_, fold) => [`a${fold}`, `b${fold}`]);
const threeFolds = Array.from({ length: 3 }, (_, fold) => [
  ...sixFolds[2 * fold],
  ...sixFolds[2 * fold + 1],
]);
const gains = [0.05, 0.01, 0.04, 0.02, 0.06, 0.03];
const across = (workspace: Workspace, studyId: string, model: string | null = null) =>
  compareAcrossStudies(workspace, { studyId, task: 'screen', model });

describe('a task of another study over the same data', () => {
  it('with the same folds is compared fold by fold, over all that are shown together', () => {
    const workspace = newWorkspace();
    const first = enter(workspace, {
      name: 'first',
      tested: sixFolds,
      scores: gains.map((gain, fold) => [0.5 + fold / 100 + gain]),
    });
    const second = enter(workspace, { name: 'second', models: ['one', 'two'], tested: sixFolds });
    const { alike, unlike, compared, metric } = across(workspace, first);
    expect({ compared, metric, unlike }).toEqual({ compared: 'one', metric: 'mcc', unlike: [] });
    expect(alike).toMatchObject([{ studyId: second, task: 'screen', unpairedBecause: null }]);
    const [{ comparisons }] = alike;
    expect(comparisons.map(({ against }) => against)).toEqual(['one', 'two']);
    for (const { byFold, byNote } of comparisons) {
      // Six differences of one sign: exactly 2 of 64, twice for two comparisons.
      expect(byFold).toMatchObject({ foldCount: 6, familySize: 2, pHolm: 2 * (2 / 64) });
      expect(byFold?.meanDifference).toBeCloseTo(0.035, 12);
      expect(byNote).toBeNull();
    }
  });

  it('is compared for the model that was chosen, and no other is taken for it', () => {
    const workspace = newWorkspace();
    const scores = gains.map(() => [0.5, 0.9]);
    const first = enter(workspace, {
      name: 'first',
      models: ['one', 'two'],
      tested: sixFolds,
      scores,
    });
    enter(workspace, { name: 'second', tested: sixFolds, scores: gains.map(() => [0.5]) });
    const difference = (model: string | null) =>
      across(workspace, first, model).alike[0].comparisons[0].byFold?.meanDifference;
    expect([difference(null), difference('one')]).toEqual([0, 0]);
    expect(difference('two')).toBeCloseTo(0.4, 12);
    expect(() => across(workspace, first, 'three')).toThrow(/three/);
  });

  it('with other folds is compared note by note, which says why', () => {
    const workspace = newWorkspace();
    const first = enter(workspace, { name: 'first', tested: sixFolds, wrong: ['a0'] });
    enter(workspace, {
      name: 'second',
      folds: 3,
      tested: threeFolds,
      wrong: ['a0', 'b1', 'b2', 'a3', 'b4', 'a5', 'b5'],
    });
    const [{ unpairedBecause, comparisons }] = across(workspace, first).alike;
    expect(unpairedBecause).toBe('other-fold-count');
    // McNemar's exact test of 6 to 0: 2 of 64.
    expect(comparisons).toMatchObject([
      { byFold: null, byNote: { noteCount: 12, onlyARight: 6, onlyBRight: 0, exactP: 2 / 64 } },
    ]);
  });

  it('with as many folds of other notes is not paired', () => {
    const workspace = newWorkspace();
    const first = enter(workspace, { name: 'first', tested: sixFolds });
    enter(workspace, { name: 'second', tested: sixFolds.toReversed() });
    const [{ unpairedBecause, comparisons }] = across(workspace, first).alike;
    expect(unpairedBecause).toBe('other-folds');
    expect(comparisons).toMatchObject([{ byFold: null, byNote: { noteCount: 12 } }]);
  });

  it('whose folds nobody can look at any more is not paired either', () => {
    const workspace = newWorkspace();
    const first = enter(workspace, { name: 'first', tested: sixFolds });
    enter(workspace, { name: 'second' });
    const [{ unpairedBecause, comparisons }] = across(workspace, first).alike;
    expect(unpairedBecause).toBe('folds-not-kept');
    expect(comparisons).toMatchObject([{ byFold: null, byNote: null }]);
  });

  it('that tests a note twice is not compared note by note', () => {
    const workspace = newWorkspace();
    const first = enter(workspace, { name: 'first', tested: sixFolds });
    const twice = sixFolds.map(([a], fold) => [a, `a${(fold + 1) % 6}`]);
    enter(workspace, { name: 'second', tested: twice });
    expect(across(workspace, first).alike[0].comparisons[0].byNote).toBeNull();
  });
});

describe('a task that is not the same', () => {
  const set = (version: number, setHash: string): SetVersion => ({
    set: 'wards',
    version,
    setHash,
  });
  const reasonFor = (own: Partial<Entered>, other: Partial<Entered>) => {
    const workspace = newWorkspace();
    const first = enter(workspace, { name: 'first', ...own });
    enter(workspace, { name: 'second', ...other });
    const { alike, unlike } = across(workspace, first);
    expect(alike).toEqual([]);
    return unlike.map(({ reason }) => reason);
  };

  it('says why it is not', () => {
    const other = 'e'.repeat(64);
    expect(reasonFor({}, { kind: 'entities' })).toEqual(['other-kind']);
    expect(reasonFor({}, { hash: null })).toEqual(['not-read']);
    expect(reasonFor({}, { isFinished: false })).toEqual(['no-finished-fold']);
    expect(reasonFor({}, { hash: other })).toEqual(['read-otherwise']);
    expect(reasonFor({}, { hash: other, files: ['/m.csv'] })).toEqual(['other-data']);
    const [first, second] = [{ version: set(1, '1') }, { version: set(2, '2'), hash: other }];
    expect(reasonFor(first, { ...second, task: 'renamed', files: ['/m.csv'] })).toEqual([
      'other-set-version',
    ]);
    expect(reasonFor(first, { version: set(1, '1'), hash: other })).toEqual(['read-otherwise']);
  });

  it('and nobody would take for it is left out', () => {
    expect(reasonFor({}, { task: 'other', hash: 'e'.repeat(64), files: ['/m.csv'] })).toEqual([]);
  });
});

it('a task that the study does not have is refused', () => {
  const workspace = newWorkspace();
  const studyId = enter(workspace, { name: 'first' });
  expect(() => compareAcrossStudies(workspace, { studyId, task: 'none', model: null })).toThrow(
    /none/,
  );
});
