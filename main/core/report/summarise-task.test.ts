import { describe, expect, it } from 'vitest';
import { evaluateEntities } from '#core/evaluation/entities/evaluate-entities.ts';
import { sampleStudyResults } from './sample-study-results.ts';
import type { Measurement, StudyResults, TaskSummary } from './study-results.ts';
import { summariseTask } from './summarise-task.ts';

const sample = sampleStudyResults();
const task: TaskSummary = { ...sample.tasks[1], name: 'T', foldCount: 3 };
const models = ['bold', 'shy'].map((name) => ({ ...sample.models[0], name }));

/** Type B occurs in the first fold only; the bold model names it in every fold. */
const gold = [[['B-A', 'B-B']], [['B-A', 'O']], [['B-A', 'O']]];
const predictions = {
  bold: [[['B-A', 'B-B']], [['B-A', 'B-B']], [['B-A', 'B-B']]],
  shy: [[['B-A', 'B-B']], [['B-A', 'O']], [['O', 'O']]],
};

const measurements = Object.entries(predictions).flatMap(([model, folds]) =>
  folds.flatMap((predicted, fold): Measurement[] =>
    evaluateEntities(gold[fold], predicted).map((metric) => ({
      model,
      task: 'T',
      fold,
      runId: `${model}-${fold}`,
      metric,
    })),
  ),
);
const results: StudyResults = { ...sample, models, tasks: [task], measurements };
const meansOf = (name: string, entityType: string | null) =>
  summariseTask(results, task, { name, entityType }).map(({ summary }) => summary?.mean);

describe('summariseTask', () => {
  it('judges a type in the folds in which it occurs, the same for every model', () => {
    // Over all folds in which it is named, bold would have 1/3 and shy, which names it once, 1.
    expect(meansOf('f1', 'B')).toEqual([1, 1]);
    expect(meansOf('precision', 'B')).toEqual([1, 1]);
    const [bold] = summariseTask(results, task, { name: 'f1', entityType: 'B' });
    expect(bold.folds).toEqual([{ fold: 0, value: 1, runId: 'bold-0' }]);
  });

  it('takes what is found wrongly elsewhere into account over all types', () => {
    const [bold, shy] = meansOf('precision-micro', null);
    expect(bold).toBeCloseTo((1 + 1 / 2 + 1 / 2) / 3, 14);
    expect(shy).toBeCloseTo((1 + 1 + 0) / 3, 14);
  });

  it('keeps every fold of a type that is always there', () => {
    expect(meansOf('recall', 'A')).toEqual([1, 2 / 3]);
    expect(meansOf('support', 'A')).toEqual([1, 1]);
    // How often a type occurs is known where it does not: 1 in three folds.
    expect(meansOf('support', 'B')[0]).toBeCloseTo(1 / 3, 14);
  });
});
