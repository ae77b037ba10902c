import { expect, it } from 'vitest';
import { meanLine } from './learning-plots.ts';

it('the mean of folds is taken at the same steps, also where folds have others', () => {
  const lines = [
    [
      { x: 1, y: 4 },
      { x: 3, y: 2 },
      { x: 5, y: 1 },
    ],
    [
      { x: 1, y: 2 },
      { x: 5, y: 1 },
    ],
  ];
  expect(meanLine(lines)).toEqual([
    { x: 1, y: 3 },
    { x: 3, y: 1.75 },
    { x: 5, y: 1 },
  ]);
});

it('a fold that has not got so far leaves the mean to the others', () => {
  const lines = [
    [
      { x: 1, y: 4 },
      { x: 2, y: 2 },
    ],
    [{ x: 1, y: 0 }],
  ];
  expect(meanLine(lines)).toEqual([
    { x: 1, y: 2 },
    { x: 2, y: 2 },
  ]);
  expect(meanLine([])).toEqual([]);
});
