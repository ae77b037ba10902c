import { englishThroughout } from '#core/base/phrase.ts';
import type { StudyResults } from './study-results.ts';

/**
 * `results.json`: the results as they are, indented; sentences in English, whatever language people
 * read. Folds count from 0 here, as in the database.
 */
export function writeResultsJson(results: StudyResults): string {
  return `${JSON.stringify(englishThroughout(results), null, 2)}\n`;
}
