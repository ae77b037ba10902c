import { expect, test } from 'vitest';
import { markTypes } from './type-marks.ts';

test('the first thirty types differ in line or colour, whatever their order', () => {
  const types = Array.from({ length: 30 }, (_, index) => `TYPE-${String(index).padStart(2, '0')}`);
  const marks = markTypes(types);
  const looks = [...marks.values()].map(({ line, colour }) => `${line} ${colour}`);
  expect(new Set(looks).size).toBe(30);
  expect(markTypes([...types].reverse())).toEqual(marks);
});
