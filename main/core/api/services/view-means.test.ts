import { expect, it } from 'vitest';
import type { MetricView } from '../contract/result.ts';
import { viewMeans } from './view-means.ts';

const metric = (model: string, fold: number, more: Partial<MetricView> = {}): MetricView => ({
  runId: `${model}-${fold}`,
  model,
  task: 'ner',
  fold,
  name: 'f1-micro',
  entityType: null,
  value: [0.4, 0.6][fold],
  ...more,
});

it('gives the mean of the finished folds with half its 95 % t-interval', () => {
  const type = { entityType: 'DRUG', value: 0.9 };
  const means = viewMeans([metric('a', 0), metric('b', 0), metric('a', 1), metric('a', 0, type)]);
  expect(means).toMatchObject([
    { model: 'a', task: 'ner', name: 'f1-micro', entityType: null, mean: 0.5 },
    { model: 'b', mean: 0.4, halfInterval: null },
    { model: 'a', entityType: 'DRUG', mean: 0.9, halfInterval: null },
  ]);
  // Two values: t(0.975, 1) = 12.7062, s = √0.02, so t·s/√2 = 1.27062.
  expect(means[0].halfInterval).toBeCloseTo(1.27062, 5);
});
