import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';

/** Told of everything that was not good, as it is found. */
export type Report = (problem: ImportProblem) => void;

/** All that a reader gives one by one, with its problems in the order of their lines. */
export function collectReading<Item>(read: (report: Report) => Iterable<Item>): ImportResult<Item> {
  const problems: ImportProblem[] = [];
  const items = [...read((problem) => problems.push(problem))];
  return { items, problems: problems.sort((a, b) => a.line - b.line) };
}
