import { expect, it } from 'vitest';
import { listClasses, setWeight } from './class-table.ts';

const found = [
  { label: 'test', count: 12 },
  { label: 'other', count: 30 },
];

it('lists what the plan renames, and what is found besides', () => {
  expect(listClasses({ yes: 'test', '?': null }, found)).toEqual([
    { name: '?', count: null, calledName: null, isLeftOut: true },
    { name: 'other', count: 30, calledName: null, isLeftOut: false },
    { name: 'yes', count: null, calledName: 'test', isLeftOut: false },
  ]);
  expect(listClasses({}, found).map(({ name }) => name)).toEqual(['other', 'test']);
  const weighed = listClasses({ yes: 'test' }, found, ['test', 'gone']);
  expect(weighed.map(({ name }) => name)).toEqual(['gone', 'other', 'yes']);
});

it('weighs by class, and leaves the weights out when none is left', () => {
  expect(setWeight(undefined, 'test', '2,5')).toEqual({ test: 2.5 });
  expect(setWeight({ test: 2, other: 1 }, 'test', '')).toEqual({ other: 1 });
  expect(setWeight({ test: 2 }, 'test', ' ')).toBeUndefined();
  expect(setWeight('balanced', 'test', 'much')).toEqual({ test: 'much' });
});
