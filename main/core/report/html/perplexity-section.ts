import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { tabulatePerplexities } from '../tabulate-perplexities.ts';
import { html, type Html } from './html.ts';
import type { RunLinks } from './run-links.ts';
import { renderTable } from './table.ts';

/** What each model makes of the held-out text of each corpus. */
export function renderPerplexities(
  results: StudyResults,
  { links, words }: { readonly links: RunLinks; readonly words: ReportWords },
): Html | null {
  const found = tabulatePerplexities(results, words);
  if (found === null) return null;
  const { rows, runIds, notes, ...table } = found;
  const linked = rows.map(([model, ...cells], row) => ({
    cells: [links.link(runIds[row], model), ...cells],
  }));
  return html`<section aria-labelledby="perplexity">
    <h2 id="perplexity">${words.perplexity.title}</h2>
    ${renderTable({ ...table, rows: linked })}
    ${notes.map((note) => html`<p class="muted">${note}</p>`)}
  </section>`;
}
