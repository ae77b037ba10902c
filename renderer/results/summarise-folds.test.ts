import { expect, it } from 'vitest';
import type { MetricView } from '#contract/result.ts';
import { listEntityTypes, summariseFolds } from './summarise-folds.ts';

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

it('takes only the chosen metric, in the order of folds', () => {
  const summary = summariseFolds(
    [
      metric(1, 0.6),
      metric(0, 0.4),
      metric(0, 0.9, { model: 'adapted' }),
      metric(0, 0.9, { task: 'other' }),
      metric(0, 0.9, { name: 'recall-micro' }),
      metric(0, 0.9, { entityType: 'DRUG' }),
    ],
    choice,
  );
  expect(summary?.points.map(({ value }) => value)).toEqual([0.4, 0.6]);
  expect(summary?.mean).toBeCloseTo(0.5, 12);
  // By hand: √((0.1² + 0.1²) / (2 − 1)).
  expect(summary?.deviation).toBeCloseTo(Math.sqrt(0.02), 12);
});

it('one fold has a mean and no deviation; none has neither', () => {
  expect(summariseFolds([metric(0, 0.4)], choice)).toMatchObject({ mean: 0.4, deviation: null });
  expect(summariseFolds([], choice)).toBeNull();
});

it('lists each entity type once', () => {
  const metrics = ['B', 'A', 'B', null].map((entityType) => metric(0, 1, { entityType }));
  expect(listEntityTypes(metrics, 'ner')).toEqual(['A', 'B']);
});
