import { describe, expect, it } from 'vitest';
import { englishThroughout, inEnglish } from '#core/base/phrase.ts';
import { evaluateClassification } from '#core/evaluation/metrics/evaluate-classification.ts';
import { evaluateEntities } from '#core/evaluation/entities/evaluate-entities.ts';
import type { Metric } from '#core/domain/run.ts';
import type { Measurement, TaskSummary } from '#core/report/study-results.ts';
import { warnOfTypes } from './warn-of-types.ts';

function summarise(kind: TaskSummary['kind'], labels: readonly string[], foldCount: number) {
  const task: TaskSummary = {
    name: 'T',
    title: null,
    kind,
    set: null,
    lockedOut: null,
    contamination: null,
    foldCount,
    repeats: 1,
    groupedBy: null,
    primaryMetric: kind === 'entities' ? 'f1-micro' : 'mcc',
    frozenEncoder: false,
    choosesEpochs: false,
    training: [],
    itemCount: 10,
    lostLabels: [],
    labels: labels.map((label) => ({ label, count: 2 })),
  };
  return task;
}

function measure(model: string, folds: readonly (readonly Metric[])[]): Measurement[] {
  return folds.flatMap((metrics, fold) =>
    metrics.map((metric) => ({ model, task: 'T', fold, runId: `${model}-${fold}`, metric })),
  );
}

const classes = ['common', 'other', 'rare'];
const classify = (gold: readonly string[], predicted: readonly string[]) =>
  evaluateClassification(gold, predicted, classes);

describe('warnOfTypes', () => {
  it('names classes that some folds lack, and what macro averages make of them', () => {
    const right = (...labels: string[]) => classify(labels, labels);
    const folds = [
      right('common', 'rare', 'other'),
      right('common', 'rare'),
      right('common', 'common'),
    ];
    const task = summarise('classification', classes, 3);
    expect(warnOfTypes([task], measure('m', folds)).map(({ text }) => inEnglish(text))).toEqual([
      'Not in every fold: “rare”. Their own figures are means over the folds that have them; macro averages count them as 0 in the others.',
      'In one fold only: “other”. There they are tested without having been learned, and elsewhere learned in vain; macro averages count them as 0 in the others.',
    ]);
  });

  it('does not judge where a type occurs before every fold is there', () => {
    const task = summarise('classification', classes, 10);
    const two = [
      classify(['common', 'rare'], ['common', 'rare']),
      classify(['common'], ['common']),
    ];
    expect(warnOfTypes([task], measure('m', two))).toEqual([]);
  });

  it('says which models never find a type that there is', () => {
    const gold = [['B-A', 'O', 'B-B']];
    const blind = [['B-A', 'O', 'O']];
    const measured = [
      ...measure('blind', [evaluateEntities(gold, blind), evaluateEntities(gold, blind)]),
      ...measure('deaf', [evaluateEntities(gold, blind), evaluateEntities(gold, blind)]),
      ...measure('once', [evaluateEntities(gold, blind), evaluateEntities(gold, gold)]),
      ...measure('dictionary', [evaluateEntities(gold, blind), evaluateEntities(gold, blind)]),
    ];
    expect(
      englishThroughout(warnOfTypes([summarise('entities', ['A', 'B'], 2)], measured)),
    ).toEqual([
      {
        kind: 'missed-labels',
        about: 'T',
        text: 'In no fold did “blind” and “deaf” find a single example of “B”.',
      },
    ]);
  });

  it('names eight types and counts the others', () => {
    const types = Array.from({ length: 12 }, (_, index) => `T${String(index).padStart(2, '0')}`);
    const gold = [types.map((type) => `B-${type}`)];
    const nothing = [types.map(() => 'O')];
    const task = summarise('entities', types, 1);
    const [warning] = warnOfTypes([task], measure('m', [evaluateEntities(gold, nothing)]));
    expect(inEnglish(warning.text)).toContain('“T06”, “T07” and 4 more (12 in all).');
  });
});
