import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { tabulateLastTests } from '../tabulate-last-tests.ts';
import { html, type Html } from './html.ts';
import { renderWorded } from './worded-table.ts';

/** What the locked sets said at the end; null where none was opened. */
export function renderLastTests(results: StudyResults, words: ReportWords): Html | null {
  const tables = tabulateLastTests(results, words);
  if (tables.length === 0) return null;
  return html`<section aria-labelledby="last-test">
    <h2 id="last-test">${words.lastTest.title}</h2>
    ${tables.map(renderWorded)}
  </section>`;
}
