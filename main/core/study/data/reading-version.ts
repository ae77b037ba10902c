import type { ImportRule } from '#core/domain/import-report.ts';
import type { ProblemSummary } from '#core/collection/import-summary.ts';

/** Raised when files are read otherwise than before; the rules below say which. */
export const readingVersion = 2;

/** Rules that came with version 2: where one was applied, the first version read something else. */
const rulesOfVersion = new Set<ImportRule>([
  'bio-document-line',
  'bio-tag-bare',
  'bio-tag-column-wrong',
  'bio-tag-zero',
  'bio-word-blank',
  'bio-word-column',
  'brat-quote-form',
  'brat-quote-lines',
]);

/** Whether the first version gave other examples: their results are no longer those of the files. */
export function isReadOtherwise({ counts }: ProblemSummary): boolean {
  return counts.some(({ rule }) => rulesOfVersion.has(rule));
}
