import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { tabulateLastTests } from '../tabulate-last-tests.ts';
import type { ReportSection } from './report-document.ts';
import { tableOfWords } from './worded-table.ts';

/** What the locked sets said at the end; null where none was opened. */
export function showLastTests(results: StudyResults, words: ReportWords): ReportSection | null {
  const tables = tabulateLastTests(results, words);
  if (tables.length === 0) return null;
  return {
    id: 'last-test',
    title: words.lastTest.title,
    tone: 'plain',
    blocks: tables.map(tableOfWords),
  };
}
