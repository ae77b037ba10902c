import { expect, test } from 'vitest';
import { singleRows } from './single-rows.ts';

test('each line has a row of its own, and a long one goes on in the next', () => {
  const lines = [Int32Array.of(7, 8), Int32Array.of(11, 12, 13, 14, 15, 16, 17), new Int32Array()];
  const rows = [
    ...singleRows(lines, { maxTokens: 5, classificationId: 2, separatorId: 3, paddingId: 0 }),
  ];
  expect(rows.map(({ ids }) => [...ids])).toEqual([
    [2, 7, 8, 3],
    [2, 11, 12, 13, 3],
    [2, 14, 15, 16, 3],
    [2, 17, 3],
  ]);
  expect(rows.map(({ length }) => length)).toEqual([4, 5, 5, 3]);
});
