import { expect, it } from 'vitest';
import type { ModelLine } from '#contract/models.ts';
import { describeFilter, filterModels, listChoices, noFilter } from './filter-models.ts';
import { lineOf } from './testing/model-line.ts';

const models: readonly ModelLine[] = [
  lineOf({ name: 'BERTje', languages: ['nl'] }),
  lineOf({
    name: 'adapted',
    reference: 'ward/adapted',
    origin: 'pre-trained',
    study: { id: '1', name: 'ward' },
    parent: { id: '0', name: 'BERTje' },
  }),
  lineOf({
    name: 'screen',
    family: 'xlm-roberta',
    head: 'sequence-classification',
    origin: 'fine-tuned',
    study: { id: '1', name: 'ward' },
  }),
];
const find = (filter: Partial<typeof noFilter>) =>
  filterModels(models, { ...noFilter, ...filter }).map(({ name }) => name);

it('without a filter all are shown, in their order', () => {
  expect(find({})).toEqual(['BERTje', 'adapted', 'screen']);
  expect(find({ text: '  ' })).toHaveLength(3);
});

it('words are found wherever they are read, in any order and in capitals or not', () => {
  expect(find({ text: 'bertje' })).toEqual(['BERTje', 'adapted']);
  expect(find({ text: 'WARD bertje' })).toEqual(['adapted']);
  expect(find({ text: 'dutch' })).toEqual(['BERTje']);
  expect(find({ text: 'ward dutch' })).toEqual([]);
});

it('architecture, kind and source narrow together', () => {
  expect(find({ family: 'XLM-RoBERTa' })).toEqual(['screen']);
  expect(find({ kind: 'fills in masked words' })).toEqual(['BERTje', 'adapted']);
  expect(find({ source: 'Imported' })).toEqual(['BERTje']);
  expect(find({ source: 'in ward' })).toEqual(['adapted', 'screen']);
  expect(find({ source: 'in ward', kind: 'fills in masked words' })).toEqual(['adapted']);
});

it('every choice that is offered shows something', () => {
  const { families, kinds, origins, studies } = listChoices(models);
  for (const family of families) expect(find({ family })).not.toEqual([]);
  for (const kind of kinds) expect(find({ kind })).not.toEqual([]);
  for (const source of [...origins, ...studies]) expect(find({ source })).not.toEqual([]);
  expect(studies).toEqual(['in ward']);
});

it('a filter is told in words', () => {
  expect(describeFilter(noFilter)).toBe('');
  expect(describeFilter({ text: ' x ', family: 'BERT', kind: '', source: 'in ward' })).toBe(
    '“x”, BERT, in ward',
  );
});
