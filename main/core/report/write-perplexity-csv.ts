import type { StudyResults } from './study-results.ts';
import { writeCsv } from './write-csv.ts';

const header = [
  'model',
  'stage',
  'corpus',
  'perplexity_of_token',
  'perplexity_of_word',
  'words',
  'unknown_words',
  'run',
];

/**
 * `perplexity.csv`: what each model makes of the held-out text of each corpus, before and after its
 * own pre-training; values have all their digits.
 */
export function writePerplexityCsv({ perplexities }: StudyResults): string {
  return writeCsv([
    header,
    ...perplexities.map((row) => [
      row.model,
      row.stage,
      row.corpus,
      row.ofToken,
      row.ofWord,
      row.wordCount,
      row.unknownCount,
      row.runId,
    ]),
  ]);
}
