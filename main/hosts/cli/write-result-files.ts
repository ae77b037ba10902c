import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportProblem } from '#core/domain/import-report.ts';
import { writeReport } from '#core/study/report/html/write-report.ts';
import type { StudyResults } from '#core/study/report/study-results.ts';
import { writeProblemsCsv } from '#core/study/report/write-problems-csv.ts';
import { writeResultsCsv } from '#core/study/report/write-results-csv.ts';
import { writeResultsJson } from '#core/study/report/write-results-json.ts';

/** Writes the files of a study's results into a folder and returns their paths. */
export function writeResultFiles(
  results: StudyResults,
  problems: readonly ImportProblem[],
  folder: string,
): string[] {
  const files = {
    'results.csv': writeResultsCsv(results),
    'results.json': writeResultsJson(results),
    'report.html': writeReport(results),
    ...(problems.length === 0 ? {} : { 'import-problems.csv': writeProblemsCsv(problems) }),
  };
  mkdirSync(folder, { recursive: true });
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}
