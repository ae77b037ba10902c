import type { ImportProblem } from '#core/domain/import-report.ts';
import { writeCsv } from './write-csv.ts';

/** `import-problems.csv`: what was wrong in imported files, with file and line; no text of notes. */
export function writeProblemsCsv(problems: readonly ImportProblem[]): string {
  return writeCsv([
    ['file', 'line', 'rule', 'action', 'detail'],
    ...problems.map(({ file, line, rule, action, detail }) => [file, line, rule, action, detail]),
  ]);
}
