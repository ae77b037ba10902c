import { expect, it } from 'vitest';
import { gatherImportProblems } from './gather-import-problems.ts';

const widened = (file: string, count = 1) =>
  ({ file, rule: 'entity-widened', action: 'repaired', count }) as const;

it('tells some files one by one, in the order in which they came', () => {
  const counts = Array.from({ length: 20 }, (_, index) => widened(`${index}.ann`));
  const empty = { file: 'a.txt', rule: 'file-empty', action: 'left-out', count: 1 } as const;
  expect(gatherImportProblems([...counts, empty])).toEqual([...counts, empty]);
});

it('tells many files of a rule in one row, and loses no count', () => {
  const counts = Array.from({ length: 200 }, (_, index) => widened(`${index}.ann`, 2));
  expect(gatherImportProblems(counts)).toEqual([widened('0.ann and 199 more files', 400)]);
});

it('counts files that two tasks read as one each', () => {
  const counts = Array.from({ length: 30 }, (_, index) => widened(`${index % 15}.ann`));
  expect(gatherImportProblems(counts)).toEqual(counts);
});
