import { expect, it } from 'vitest';
import { catalogue } from '../messages/catalogue.ts';
import { nameFamily, nameHead } from './names.ts';

it('a family is written as its makers do; an unknown one as it is', () => {
  expect([nameFamily('xlm-roberta'), nameFamily('newer')]).toEqual(['XLM-RoBERTa', 'newer']);
});

it('what a model does is said in the chosen language', () => {
  expect(nameHead('token-classification', catalogue.en.library)).toBe('marks entities in text');
  expect(nameHead(null, catalogue.es.library)).toBe('codificador sin cabeza');
});
