import type { ReportSection } from '../document/report-document.ts';
import { tableOfWords } from '../document/worded-table.ts';
import type { ReportWords } from '../report-words.ts';
import { tabulateLastTests } from '../tabulate-last-tests.ts';
import { nothingRecorded } from './nothing-recorded.ts';
import type { ModelCard } from './model-card.ts';

/** What this very model said of locked sets, and what became of its claim. */
export function showLastTestsOf(
  { lastTests }: Pick<ModelCard, 'lastTests'>,
  words: ReportWords,
): ReportSection {
  return {
    id: 'last-test',
    title: words.lastTest.title,
    tone: 'plain',
    blocks:
      lastTests.length === 0
        ? [nothingRecorded(words)]
        : tabulateLastTests({ lastTests }, words).map(tableOfWords),
  };
}
