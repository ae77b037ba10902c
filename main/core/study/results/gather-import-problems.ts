import type { ProblemSummary } from '#core/collection/import-summary.ts';

type ProblemCount = ProblemSummary['counts'][number];

/** More files than this under one rule are told in one row: a row for each hides all else. */
const mostRows = 20;

/**
 * What the reader of results is told of imports: a row for each rule, action and file, or one for
 * all files of a rule that applied to many. `import-problems.csv` has the files and lines.
 */
export function gatherImportProblems(counts: readonly ProblemCount[]): ProblemCount[] {
  const kinds = Map.groupBy(counts, ({ rule, action }) => `${rule} ${action}`);
  return [...kinds.values()].flatMap((ofKind) => {
    const files = new Set(ofKind.map(({ file }) => file));
    if (files.size <= mostRows) return ofKind;
    const { file, rule, action } = ofKind[0];
    const count = ofKind.reduce((sum, each) => sum + each.count, 0);
    return [{ file: `${file} and ${files.size - 1} more files`, rule, action, count }];
  });
}
