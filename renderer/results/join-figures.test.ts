import { expect, it } from 'vitest';
import { joinFigures, listLabels, type ModelFigures } from './join-figures.ts';

type Pooled = ModelFigures['figures'][number]['pooled'];

const figure = (more: Partial<Pooled>) => ({
  pooled: {
    name: 'f1',
    averaging: 'macro',
    mode: null,
    label: null,
    value: 0.5,
    undefinedBecause: null,
    intervals: [],
    support: 1,
    ...more,
  } satisfies Pooled,
  values: [],
  mean: null,
});

const models: ModelFigures[] = [
  { model: 'one', figures: [figure({}), figure({ averaging: 'micro' }), figure({ label: 'yes' })] },
  { model: 'two', figures: [figure({ value: 0.7 }), figure({ label: 'no', mode: 'strict' })] },
];

it('a figure is a row with all models that have it, apart by averaging and mode', () => {
  const rows = joinFigures(models, null);
  expect(rows.map(({ first, byModel }) => [first.averaging, [...byModel.keys()]])).toEqual([
    ['macro', ['one', 'two']],
    ['micro', ['one']],
  ]);
  expect(rows[0].byModel.get('two')?.pooled.value).toBe(0.7);
});

it('those of a class stand apart from those of all', () => {
  expect(listLabels(models)).toEqual(['yes', 'no']);
  expect(joinFigures(models, 'no').map(({ first }) => first.mode)).toEqual(['strict']);
});
