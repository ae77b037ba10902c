import type { StudyResults } from './study-results.ts';

/** `results.json`: the results as they are, indented. Folds count from 0 here, as in the database. */
export function writeResultsJson(results: StudyResults): string {
  return `${JSON.stringify(results, null, 2)}\n`;
}
