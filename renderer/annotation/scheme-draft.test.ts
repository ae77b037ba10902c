import { expect, it } from 'vitest';
import { emptyScheme, proposeKey, readScheme, type SchemeDraft } from './scheme-draft.ts';

const draft: SchemeDraft = {
  classChoice: 'one',
  classes: [
    { name: ' offer ', key: '1' },
    { name: '', key: '2' },
    { name: 'no offer', key: '' },
  ],
  types: Array.from({ length: 20 }, (_, index) => ({ name: `T${index}`, key: '' })),
  attributes: [{ name: 'certainty', values: 'certain, uncertain,,' }],
};

it('rows without a name are left out, and twenty types are told apart without colour', () => {
  const scheme = readScheme(draft);
  expect(scheme.classes.map(({ name, key }) => [name, key])).toEqual([
    ['offer', '1'],
    ['no offer', null],
  ]);
  expect(scheme.attributes).toEqual([
    { name: 'certainty', values: ['certain', 'uncertain'], types: null },
  ]);
  const looks = scheme.types.map(({ colour, pattern }) => `${colour} ${pattern}`);
  expect(new Set(looks).size).toBe(20);
});

it('without a choice of classes there are none', () => {
  expect(readScheme({ ...draft, classChoice: 'none' }).classes).toEqual([]);
  expect(readScheme(emptyScheme).types).toEqual([]);
});

it('a key that is free is proposed: digits to classes, of their letters to types', () => {
  expect(proposeKey('classes', 'x', draft)).toBe('3');
  expect(proposeKey('types', 'DRUG', draft)).toBe('d');
  const taken = { ...emptyScheme, types: [{ name: 'DRUG', key: 'D' }] };
  expect(proposeKey('types', 'DOSE', taken)).toBe('o');
});
