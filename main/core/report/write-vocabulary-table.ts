import { formatCount, formatPercentage, formatScore } from '#core/base/format-number.ts';
import type { VocabularySummary } from './study-results.ts';
import { writeTextTable } from './write-text-table.ts';

/** How vocabularies cut texts, a row for each text; null where nothing was measured. */
export function writeVocabularyTable(
  vocabularies: readonly Pick<VocabularySummary, 'name' | 'corpora'>[],
): string | null {
  const rows = vocabularies.flatMap(({ name, corpora }) =>
    corpora.map(({ corpus, wordCount, before, after }) => [
      name,
      corpus,
      formatCount(wordCount),
      formatScore(after.tokensPerWord),
      before === null ? '–' : formatScore(before.tokensPerWord),
      formatPercentage(after.unknownRate),
      before === null ? '–' : formatPercentage(before.unknownRate),
    ]),
  );
  const header = ['Vocabulary', 'Corpus', 'Words', 'Tokens/word', 'before', 'Unknown', 'before'];
  return rows.length === 0 ? null : writeTextTable({ header, rows, numeric: [2, 3, 4, 5, 6] });
}
