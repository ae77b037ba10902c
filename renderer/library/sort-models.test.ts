import { expect, it } from 'vitest';
import { createFormats } from '../format/formats.ts';
import { catalogue } from '../messages/catalogue.ts';
import { chooseOrder, nameModel, newestFirst, sortModels, type SortKey } from './sort-models.ts';
import { lineOf } from './testing/model-line.ts';

const models = [
  lineOf({ name: 'fold-10', parameterCount: 5, languages: ['nl'] }),
  lineOf({ name: 'Fold-9', parameterCount: null, languages: [] }),
  lineOf({ name: 'base', parameterCount: 7, languages: ['es'] }),
];
const sort = (key: SortKey, descending = false) =>
  sortModels(models, { key, descending }, catalogue.en.library, createFormats('en')).map(
    ({ name }) => name,
  );

it('names are sorted as people count, without regard to capitals', () => {
  expect(sort('name')).toEqual(['base', 'Fold-9', 'fold-10']);
  expect(sort('name', true)).toEqual(['fold-10', 'Fold-9', 'base']);
});

it('what is not known comes last, up and down', () => {
  expect(sort('parameters')).toEqual(['fold-10', 'base', 'Fold-9']);
  expect(sort('parameters', true)).toEqual(['base', 'fold-10', 'Fold-9']);
  expect(sort('languages')).toEqual(['fold-10', 'base', 'Fold-9']);
});

it('equals stay as they were', () => {
  expect(sort('size')).toEqual(['fold-10', 'Fold-9', 'base']);
  expect(sort('size', true)).toEqual(['fold-10', 'Fold-9', 'base']);
});

it('a column begins with A or with the largest, and turns round when it is chosen again', () => {
  const byName = chooseOrder(newestFirst, 'name', false);
  expect(byName).toEqual({ key: 'name', descending: false });
  expect(chooseOrder(byName, 'name', false)).toEqual({ key: 'name', descending: true });
  expect(chooseOrder(newestFirst, 'size', true)).toEqual({ key: 'size', descending: true });
});

it('models of folds come after all others in every order, and what nobody needs last', () => {
  const lines = [
    lineOf({ name: 'old', origin: 'superseded', createdAtMs: 9 }),
    lineOf({ name: 'fold-2', origin: 'fine-tuned', isOfFold: true, createdAtMs: 8 }),
    lineOf({ name: 'fold-1', origin: 'fine-tuned', isOfFold: true, createdAtMs: 7 }),
    lineOf({ name: 'final', origin: 'fine-tuned', createdAtMs: 6 }),
    lineOf({ name: 'adapted', origin: 'pre-trained', createdAtMs: 5 }),
  ];
  const order = (key: SortKey, descending: boolean) =>
    sortModels(lines, { key, descending }, catalogue.en.library, createFormats('en')).map(
      ({ name }) => name,
    );
  expect(order('stored', true)).toEqual(['final', 'adapted', 'fold-2', 'fold-1', 'old']);
  expect(order('name', false)).toEqual(['adapted', 'final', 'fold-1', 'fold-2', 'old']);
});

it('a superseded model is called by its name, not by an id', () => {
  expect(nameModel(lineOf({ name: 'own', reference: 'f3a1', origin: 'superseded' }))).toBe('own');
});
