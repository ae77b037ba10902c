import { expect, it } from 'vitest';
import type { FoldMeanView, MetricView } from '#contract/result.ts';
import { areOverSameFolds, listEntityTypes, summariseFolds } from './summarise-folds.ts';

function metric(fold: number, value: number, more: Partial<MetricView> = {}): MetricView {
  return {
    runId: `run-${fold}`,
    model: 'base',
    task: 'ner',
    fold,
    name: 'f1-micro',
    entityType: null,
    value,
    ...more,
  };
}

const choice = { task: 'ner', model: 'base', name: 'f1-micro', entityType: null };

function mean(of: number, more: Partial<FoldMeanView> = {}): FoldMeanView {
  return { ...choice, mean: of, halfInterval: 0.1, ...more };
}

it('takes only the chosen metric, in the order of folds', () => {
  const summary = summariseFolds(
    {
      metrics: [
        metric(1, 0.6),
        metric(0, 0.4),
        metric(0, 0.9, { model: 'adapted' }),
        metric(0, 0.9, { task: 'other' }),
        metric(0, 0.9, { name: 'recall-micro' }),
        metric(0, 0.9, { entityType: 'DRUG' }),
      ],
      means: [mean(0.9, { model: 'adapted' }), mean(0.9, { entityType: 'DRUG' }), mean(0.5)],
    },
    choice,
  );
  expect(summary?.points.map(({ value }) => value)).toEqual([0.4, 0.6]);
  expect(summary).toMatchObject({ mean: 0.5, halfInterval: 0.1 });
});

it('is nothing where no fold has the metric', () => {
  expect(summariseFolds({ metrics: [metric(0, 0.4)], means: [] }, choice)).toBeNull();
});

it('lists each entity type once', () => {
  const metrics = ['B', 'A', 'B', null].map((entityType) => metric(0, 1, { entityType }));
  expect(listEntityTypes(metrics, 'ner')).toEqual(['A', 'B']);
});

it('tells models that have finished other folds, also as many', () => {
  const finished = (...folds: number[]) => ({
    points: folds.map((fold) => ({ fold, value: 0.5, runId: '' })),
    mean: 0.5,
    halfInterval: null,
  });
  expect(areOverSameFolds([finished(0, 1), finished(0, 1)])).toBe(true);
  expect(areOverSameFolds([finished(0, 1), finished(0, 2)])).toBe(false);
  expect(areOverSameFolds([finished(0, 1), finished(0)])).toBe(false);
});
