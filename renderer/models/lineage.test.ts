import { expect, it } from 'vitest';
import type { ModelView } from '#contract/study.ts';
import { orderByLineage } from './lineage.ts';

const model = (name: string, parent: string | null): ModelView => ({
  name,
  parent,
  origin: parent === null ? 'checkpoint' : 'further-pretraining',
  corpora: [],
  layers: null,
  hiddenSize: null,
  parameterCount: null,
  vocabularySize: null,
});

it('puts each model below the one it came from', () => {
  const rows = orderByLineage([
    model('adapted twice', 'adapted'),
    model('base', null),
    model('other', null),
    model('adapted', 'base'),
  ]);
  expect(rows.map((row) => `${row.depth} ${row.model.name}`)).toEqual([
    '0 base',
    '1 adapted',
    '2 adapted twice',
    '0 other',
  ]);
});

it('keeps a model whose parent is not in the study', () => {
  expect(orderByLineage([model('adapted', 'elsewhere')])).toHaveLength(1);
});
