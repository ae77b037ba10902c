import { expect, it } from 'vitest';
import { remarkNumbers } from './remark-numbers.ts';

const remark = (labels: readonly string[], groups: readonly string[] = []) =>
  remarkNumbers({ labels: labels.map((label) => ({ label, count: 2 })), groups }, 'a.csv');

it('remarks on one number in several spellings', () => {
  expect(remark(['1', '1.0', '+1', '1,00', '2.5', '2.50']).map(({ detail }) => detail)).toEqual([
    '"1" (2), "1.0" (2), "+1" (2) and "1,00" (2) are the same number, differ in writing only, and are learned as different labels.',
    '"2.5" (2) and "2.50" (2) are the same number, differ in writing only, and are learned as different labels.',
  ]);
  expect(remark([], ['12', '12.0', '13'])).toMatchObject([{ rule: 'group-number', line: 1 }]);
});

it('keeps ids with leading zeros, versions and signs apart', () => {
  expect(remark(['12', '0012', '1.0.0', '-1', '1', '1e0', 'a'], ['012', '12', '0'])).toEqual([]);
  expect(remark(['0', '-0.0'])).toHaveLength(1);
});

it.each([['koorts#hoest'], ['a|b'], ['a; b'], ['["a", "b"]']])('remarks on a list: %s', (label) => {
  expect(remark([label, 'c'])).toMatchObject([{ rule: 'label-list' }]);
});

it('takes a name with a comma or stroke for a list only where all parts are classes', () => {
  expect(remark(['ja/nee', 'HIV, stadium 2', 'C#'])).toEqual([]);
  expect(remark(['ja', 'nee', 'ja/nee'])).toMatchObject([{ rule: 'label-list' }]);
});
