import { expect, it } from 'vitest';
import { keepInRows, moveInRows } from './move-in-rows.ts';

const lengths = [3, 1, 2];

it.each([
  ['ArrowRight', 0, 2],
  ['ArrowLeft', 0, 0],
  ['ArrowUp', 0, 1],
  ['ArrowDown', 1, 0],
  ['Home', 0, 0],
  ['End', 0, 2],
])('%s leads to the neighbour, and not beyond the rows', (key, row, column) => {
  expect(moveInRows(key, { row: 0, column: 1 }, lengths)).toEqual({ row, column });
});

it('leaves all other keys alone', () => {
  for (const key of ['Tab', 'Enter', 'a', 'constructor']) {
    expect(moveInRows(key, { row: 0, column: 0 }, lengths)).toBeNull();
  }
});

it('keeps a place when rows go away', () => {
  expect(keepInRows({ row: 2, column: 1 }, [3, 1])).toEqual({ row: 1, column: 0 });
  expect(keepInRows({ row: 2, column: 1 }, [])).toEqual({ row: 0, column: 0 });
});
