import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { html, type Html } from './html.ts';
import type { RunLinks } from './run-links.ts';
import { renderTable } from './table.ts';

/** What each model makes of the held-out text of each corpus. */
export function renderPerplexities(
  { perplexities }: StudyResults,
  { links, words }: { readonly links: RunLinks; readonly words: ReportWords },
): Html | null {
  if (perplexities.length === 0) return null;
  const { perplexity, numbers } = words;
  const table = renderTable({
    caption: perplexity.caption,
    columns: [
      { title: perplexity.model },
      { title: perplexity.corpus },
      { title: perplexity.words, numeric: true },
      { title: perplexity.unknown, numeric: true },
      { title: perplexity.ofToken, numeric: true },
      { title: perplexity.ofWord, numeric: true },
    ],
    rows: perplexities.map((row) => ({
      cells: [
        links.link(
          row.runId,
          row.stage === 'before' ? `${row.model}, ${perplexity.before}` : row.model,
        ),
        row.corpus,
        numbers.count(row.wordCount),
        numbers.count(row.unknownCount),
        numbers.perplexity(row.ofToken),
        numbers.perplexity(row.ofWord),
      ],
    })),
  });
  return html`<section aria-labelledby="perplexity">
    <h2 id="perplexity">${perplexity.title}</h2>
    ${table}
    <p class="muted">${perplexity.note}</p>
  </section>`;
}
