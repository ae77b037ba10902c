import { describe, expect, it } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { inEnglish } from '#core/base/phrase.ts';
import { checkNamedClasses } from '../data/check-named-classes.ts';
import { hashRun } from './hash-runs.ts';
import { listPlanProblems } from './list-plan-problems.ts';
import { listRuns } from './list-runs.ts';
import type { MultiLabelPlan } from './plan-schema.ts';
import { readPlan } from './read-plan.ts';

const data = { format: 'csv', files: ['notes.csv'], labelSeparator: ';' };
const task = { kind: 'multi-label', data };
const textOf = (tasks: object, more: object = {}) =>
  JSON.stringify({ name: 'several', models: {}, tasks, ...more });
const read = (change: object) =>
  readPlan(textOf({ symptoms: { ...task, ...change } }), 'plan.json').tasks
    .symptoms as MultiLabelPlan;

describe('a task of a plan with several labels', () => {
  it('gives labels from ½ on, leaves out what nobody labelled, and reads sets too', () => {
    expect(read({})).toMatchObject({
      ...{ threshold: 0.5, unlabelled: 'leave-out', longNotes: 'head', baselines: [] },
      data: { labelColumn: 'label', textColumn: 'text', labelSeparator: ';' },
    });
    expect(read({ data: { set: 'ward' }, threshold: { fever: 0.3 } })).toMatchObject({
      data: { format: 'set', set: 'ward', nearDuplicates: 'together' },
      threshold: { fever: 0.3 },
    });
  });

  it.each<[string, object, string]>([
    ['weights of classes', { classWeights: 'balanced' }, 'classWeights'],
    ['one class to look for', { positiveClass: 'fever' }, 'positiveClass'],
    ['a threshold for a sensitivity', { screening: {} }, 'screening'],
    ['keywords of one class', { keywords: { terms: ['a'] } }, 'keywords'],
    ['the baseline of keywords', { baselines: ['keywords'] }, 'baselines.0'],
    ['a threshold of 1', { threshold: 1 }, 'threshold'],
    ['a threshold of 0 for a label', { threshold: { fever: 0 } }, 'threshold.fever'],
    ['another word for notes without labels', { unlabelled: 'drop' }, 'unlabelled'],
    [
      'a table without the sign between labels',
      { data: { ...data, labelSeparator: undefined } },
      'data.labelSeparator',
    ],
    ['the text as labels', { data: { ...data, labelColumn: 'text' } }, 'data.labelColumn'],
  ])('is refused with %s, at its place', (_, change, place) => {
    const text = textOf({ symptoms: { ...task, ...change } });
    expect(() => readPlan(text, 'plan.json')).toThrow('plan.invalid');
    expect(listPlanProblems(text).map(({ details }) => details.field?.join('.'))).toContain(
      `tasks.symptoms.${place}`,
    );
  });

  it('says of options for one class why there is none', () => {
    const text = textOf({ symptoms: { ...task, classWeights: 'balanced' } });
    expect(() => readPlan(text, 'plan.json')).toThrow('no single class to weigh or look for');
    const [problem] = listPlanProblems(text);
    expect(inEnglish(problem.details.expected)).toContain('notes with one class');
  });

  it('is no source and no target of a transfer', () => {
    const tasks = { one: task, other: task };
    const transfers = { go: { source: 'one', target: 'other' } };
    expect(() => readPlan(textOf(tasks, { transfers }), 'plan.json')).toThrow(
      'several labels are not transferred',
    );
  });

  it('names labels that the data has', () => {
    const plan = read({ threshold: { fever: 0.3, cough: 0.2 } });
    const known = { name: 'symptoms', kind: 'multi-label', classes: ['cough', 'fever'] } as const;
    expect(() => {
      checkNamedClasses(plan, known);
    }).not.toThrow();
    try {
      checkNamedClasses(plan, { ...known, classes: ['cough', 'pain'] });
      expect.unreachable();
    } catch (error) {
      expect(isAnamnesisError(error) && error.details).toMatchObject({
        ...{ found: 'fever', field: ['tasks', 'symptoms', 'threshold'] },
      });
    }
  });

  it('has other results with another threshold', () => {
    const hashesOf = (threshold: number) => {
      const models = { new: { start: { kind: 'library', model: 'm' } } };
      const symptoms = { ...task, threshold, baselines: ['majority'] };
      const plan = readPlan(textOf({ symptoms }, { models }), 'plan.json');
      const hashes = { corpora: {}, tasks: { symptoms: 'a' }, checkpoints: { new: 'b' } };
      return listRuns(plan).map((run) => hashRun(plan, run, hashes));
    };
    const [one, same, other] = [hashesOf(0.5), hashesOf(0.5), hashesOf(0.4)];
    expect(same).toEqual(one);
    expect(other.filter((hash) => one.includes(hash))).toEqual([]);
  });
});
