import { expect, it } from 'vitest';
import { countRepeated } from './count-repeated.ts';

it('counts tested texts that were learned from, each time they are tested', () => {
  const texts = ['No fever.', 'no  FEVER. ', 'No fever.', 'Fever.', 'Cough.', 'Cough.'];
  const isTest = [true, false, true, true, true, true];
  // “Cough.” is tested twice but learned from nowhere.
  expect(countRepeated(texts, isTest)).toBe(2);
  expect(countRepeated(['Café', 'Cafe\u0301'], [true, false])).toBe(1);
  expect(countRepeated([], [])).toBe(0);
});
