import { expect, it } from 'vitest';
import type { AnnotationScheme, SchemeLabel } from '#core/domain/annotation-scheme.ts';
import { checkScheme } from './check-scheme.ts';
import { proposeScheme } from './propose-scheme.ts';

const label = (name: string, key: string | null = null): SchemeLabel => ({
  name,
  key,
  colour: 'blue',
  pattern: 'solid',
});
const sound: AnnotationScheme = {
  classChoice: 'one',
  classes: [label('yes', '1'), label('no', '2')],
  types: [label('Disease', 'd')],
  attributes: [{ name: 'negated', values: ['true'], types: ['Disease'] }],
};

it('A sound scheme passes', () => {
  checkScheme(sound);
});

it.each<[string, Partial<AnnotationScheme>]>([
  ['neither classes nor types', { classChoice: 'none', classes: [], types: [], attributes: [] }],
  ['classes, although', { classChoice: 'none' }],
  ['fewer than 2', { classes: [label('yes')] }],
  ['no class', { classChoice: 'several', classes: [] }],
  ['“yes” twice', { classes: [label('yes'), label('yes')] }],
  ['which is empty', { types: [label('')] }],
  ['which is empty', { types: [label('a\nb')] }],
  ['which is empty', { types: [label('x'.repeat(101))] }],
  ['key of “Drug”', { types: [label('Drug', 'dd')] }],
  ['key of “Drug”', { types: [label('Drug', '?')] }],
  ['the key 1', { types: [label('Disease', '1')] }],
  ['without values', { attributes: [{ name: 'negated', values: [], types: null }] }],
  ['which is no type', { attributes: [{ name: 'negated', values: ['1'], types: ['Drug'] }] }],
])('A scheme with %s is refused', (found, change) => {
  expect(() => {
    checkScheme({ ...sound, ...change });
  }).toThrow(found);
});

it('A scheme is proposed for what was found: sound, with keys while there are some, looks that differ', () => {
  const types = Array.from({ length: 40 }, (_, at) => `Type ${at}`);
  const scheme = proposeScheme({
    classes: ['yes', 'no'],
    hasSeveral: false,
    types,
    attributes: { negated: ['true'] },
  });
  checkScheme(scheme);
  expect(scheme.classChoice).toBe('one');
  expect(scheme.classes.map(({ key }) => key)).toEqual(['1', '2']);
  expect(scheme.types.slice(0, 5).map(({ key }) => key)).toEqual(['t', 'y', 'p', 'e', 'a']);
  expect(scheme.types.filter(({ key }) => key !== null)).toHaveLength(26);
  const looks = new Set(scheme.types.map(({ colour, pattern }) => `${colour} ${pattern}`));
  expect(looks.size).toBe(40);
});

it('A scheme lets documents have several classes where some do', () => {
  const found = { hasSeveral: true, types: [], attributes: {} };
  expect(proposeScheme({ ...found, classes: ['a', 'b'] }).classChoice).toBe('several');
  expect(proposeScheme({ ...found, classes: [] }).classChoice).toBe('none');
});
