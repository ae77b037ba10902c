import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeReport } from '#core/study/report/html/write-report.ts';
import type { StudyResults } from '#core/study/report/study-results.ts';
import { writeResultsCsv } from '#core/study/report/write-results-csv.ts';
import { writeResultsJson } from '#core/study/report/write-results-json.ts';

/** Writes the three files of a study's results into a folder and returns their paths. */
export function writeResultFiles(results: StudyResults, folder: string): string[] {
  const files = {
    'results.csv': writeResultsCsv(results),
    'results.json': writeResultsJson(results),
    'report.html': writeReport(results),
  };
  mkdirSync(folder, { recursive: true });
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
}
