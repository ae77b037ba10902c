import type { WordedTable } from './judgement-tables.ts';
import type { ReportWords } from './report-words.ts';
import type { StudyResults } from './study-results.ts';

/** With the run that measured each row. */
export interface PerplexityTable extends WordedTable {
  readonly runIds: readonly (string | null)[];
}

/** What each model makes of the held-out text of each corpus; null where nothing was measured. */
export function tabulatePerplexities(
  { perplexities }: Pick<StudyResults, 'perplexities'>,
  { perplexity, numbers }: ReportWords,
): PerplexityTable | null {
  if (perplexities.length === 0) return null;
  const text = (title: string) => ({ title, numeric: false });
  const number = (title: string) => ({ title, numeric: true });
  return {
    caption: perplexity.caption,
    columns: [
      text(perplexity.model),
      text(perplexity.corpus),
      number(perplexity.words),
      number(perplexity.unknown),
      number(perplexity.ofToken),
      number(perplexity.ofWord),
    ],
    rows: perplexities.map((row) => [
      row.stage === 'before' ? `${row.model}, ${perplexity.before}` : row.model,
      row.corpus,
      numbers.count(row.wordCount),
      numbers.count(row.unknownCount),
      numbers.perplexity(row.ofToken),
      numbers.perplexity(row.ofWord),
    ]),
    notes: [perplexity.note],
    runIds: perplexities.map(({ runId }) => runId),
  };
}
