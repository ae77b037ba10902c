import { wordsOf, type ReportWords } from './report-words.ts';
import type { VocabularySummary } from './study-results.ts';
import { writeTextTable } from './write-text-table.ts';

/** How vocabularies cut texts, a row for each text; null where nothing was measured. */
export function writeVocabularyTable(
  vocabularies: readonly Pick<VocabularySummary, 'name' | 'corpora'>[],
  { report, terminalReport, numbers }: ReportWords = wordsOf('en'),
): string | null {
  const { count, score, percentage } = numbers;
  const rows = vocabularies.flatMap(({ name, corpora }) =>
    corpora.map(({ corpus, wordCount, before, after }) => [
      name,
      corpus,
      count(wordCount),
      score(after.tokensPerWord),
      before === null ? '–' : score(before.tokensPerWord),
      percentage(after.unknownRate),
      before === null ? '–' : percentage(before.unknownRate),
    ]),
  );
  const header = [
    report.vocabulary,
    report.corpus,
    report.words,
    terminalReport.tokensPerWord,
    report.before,
    terminalReport.unknown,
    report.before,
  ];
  return rows.length === 0 ? null : writeTextTable({ header, rows, numeric: [2, 3, 4, 5, 6] });
}
