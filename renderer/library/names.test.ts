import { expect, it } from 'vitest';
import { nameFamily, nameLanguages } from './names.ts';

it('languages are named; what is no code stays as it is', () => {
  expect(nameLanguages(['nl', 'es', 'multilingual', 'x'])).toBe('Dutch, Spanish, multilingual, x');
  expect(nameLanguages([])).toBe('');
});

it('a family is written as its makers do; an unknown one as it is', () => {
  expect([nameFamily('xlm-roberta'), nameFamily('newer')]).toEqual(['XLM-RoBERTa', 'newer']);
});
