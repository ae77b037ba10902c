import { expect, it } from 'vitest';
import { shortenName } from './names.ts';

it('a name that fits stays as it is', () => {
  expect(shortenName('adapted', 7)).toBe('adapted');
});

it('a long name keeps both ends, where names differ', () => {
  expect(shortenName('multilingual-bert-v01', 11)).toBe('multi…t-v01');
  expect(shortenName('multilingual-bert-v02', 11)).toBe('multi…t-v02');
});

it('no character is cut into halves', () => {
  expect(shortenName('😷😷😷😷😷😷', 4)).toBe('😷😷…😷');
});
