import { formatDifference, formatP, formatScore } from '#core/base/format-number.ts';
import type { TermSummary } from '#core/domain/term-summary.ts';

/** Whether models look at terms, over all notes, for the terminal. */
export function describeTermSummaries(summaries: readonly TermSummary[]): string {
  return summaries
    .flatMap(({ method, models, comparisons }) => [
      `terms over all notes, ${method}`,
      ...models.map(
        ({ model, notes, notesWithTerms, first, firstInTerms, expected, p }) =>
          `  ${model}: ${firstInTerms} of ${first} first words in ${notes} notes (${notesWithTerms} with a term), by chance ${formatScore(expected)}${p === null ? '' : `, p ${formatP(p)}`}`,
      ),
      ...comparisons.map(({ a, b, difference, interval, notes, groups, p }) => {
        const said =
          interval === null
            ? ''
            : ` (${formatDifference(interval.lower)} to ${formatDifference(interval.upper)})`;
        return `  ${a} against ${b}: ${formatDifference(difference)} terms a note${said}, ${notes} notes of ${groups} groups, p ${formatP(p)}`;
      }),
    ])
    .join('\n');
}
