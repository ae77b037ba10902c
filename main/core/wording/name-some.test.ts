import { expect, it } from 'vitest';
import { nameSome } from './name-some.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `t${index + 1}`);

it.each([
  [1, '“t1”'],
  [2, '“t1” and “t2”'],
  [8, '“t1”, “t2”, “t3”, “t4”, “t5”, “t6”, “t7” and “t8”'],
  [9, '“t1”, “t2”, “t3”, “t4”, “t5”, “t6”, “t7”, “t8” and 1 more (9 in all)'],
  [400, '“t1”, “t2”, “t3”, “t4”, “t5”, “t6”, “t7”, “t8” and 392 more (400 in all)'],
])('names %i', (count, sentence) => {
  expect(nameSome(names(count)).english).toBe(sentence);
});
