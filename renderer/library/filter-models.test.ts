import { expect, it } from 'vitest';
import type { ModelLine } from '#contract/models.ts';
import { createFormats } from '../format/formats.ts';
import { catalogue } from '../messages/catalogue.ts';
import {
  describeFilter,
  filterModels,
  listChoices,
  noFilter,
  type ModelFilter,
} from './filter-models.ts';
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
const say = catalogue.en.library;
const formats = createFormats('en');
const find = (filter: Partial<ModelFilter>) =>
  filterModels(models, { ...noFilter, ...filter }, say, formats).map(({ name }) => name);

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

it('words of the chosen language are found', () => {
  const inDutch = { ...noFilter, text: 'nederlands geïmporteerd' };
  const found = filterModels(models, inDutch, catalogue.nl.library, createFormats('nl'));
  expect(found.map(({ name }) => name)).toEqual(['BERTje']);
});

it('architecture, kind and source narrow together', () => {
  expect(find({ family: 'xlm-roberta' })).toEqual(['screen']);
  expect(find({ kind: 'masked-language-model' })).toEqual(['BERTje', 'adapted']);
  expect(find({ source: 'origin/imported' })).toEqual(['BERTje']);
  expect(find({ source: 'study/ward' })).toEqual(['adapted', 'screen']);
  expect(find({ source: 'study/ward', kind: 'masked-language-model' })).toEqual(['adapted']);
});

it('every choice that is offered shows something', () => {
  const { families, kinds, origins, studies } = listChoices(models, say, formats);
  for (const { value } of families) expect(find({ family: value })).not.toEqual([]);
  for (const { value } of kinds)
    expect(find({ kind: value as ModelFilter['kind'] })).not.toEqual([]);
  for (const { value } of [...origins, ...studies])
    expect(find({ source: value as ModelFilter['source'] })).not.toEqual([]);
  expect(studies).toEqual([{ value: 'study/ward', text: 'in ward' }]);
  expect(origins.map(({ text }) => text)).toEqual(['Fine-tuned', 'Imported', 'Pre-trained']);
});

it('a filter is told in words', () => {
  const filter = { text: ' x ', family: 'bert', kind: '', source: 'study/ward' } as const;
  expect(describeFilter(noFilter, say)).toBe('');
  expect(describeFilter(filter, say)).toBe('“x”, BERT, in ward');
  expect(describeFilter(filter, catalogue.es.library)).toBe('«x», BERT, en ward');
});
