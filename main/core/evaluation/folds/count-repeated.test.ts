import { expect, it } from 'vitest';
import { countRepeated } from './count-repeated.ts';

const sides = (train: readonly number[], test: readonly number[]) => ({
  train: Int32Array.from(train),
  test: Int32Array.from(test),
});

it('counts tested texts that were learned from, each time they are tested', () => {
  const texts = ['No fever.', 'no  FEVER. ', 'No fever.', 'Fever.', 'Cough.', 'Cough.'];
  // “Cough.” is tested twice but learned from nowhere.
  expect(countRepeated(texts, sides([1], [0, 2, 3, 4, 5]))).toBe(2);
  // What is neither learned from nor tested says nothing.
  expect(countRepeated(texts, sides([3], [0, 2]))).toBe(0);
  expect(countRepeated(['Café', 'Cafe\u0301'], sides([1], [0]))).toBe(1);
  expect(countRepeated([], sides([], []))).toBe(0);
});
