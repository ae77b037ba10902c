import type { ReportWords } from '../report-words.ts';
import type { StudyResults } from '../study-results.ts';
import { tabulatePerplexities } from '../tabulate-perplexities.ts';
import type { ReportSection } from './report-document.ts';
import type { RunLinks } from './run-links.ts';

/** What each model makes of the held-out text of each corpus. */
export function showPerplexities(
  results: StudyResults,
  { links, words }: { readonly links: RunLinks; readonly words: ReportWords },
): ReportSection | null {
  const found = tabulatePerplexities(results, words);
  if (found === null) return null;
  const { rows, runIds, ...table } = found;
  const linked = rows.map(([model, ...cells], row) => ({
    cells: [[links.link(runIds[row], model)], ...cells],
  }));
  return {
    id: 'perplexity',
    title: words.perplexity.title,
    tone: 'plain',
    blocks: [{ kind: 'table', ...table, rows: linked }],
  };
}
