import type { TextDocument } from '#core/domain/text.ts';
import { createCleaner, type CleaningCounts, type CleaningOptions } from '../clean-text.ts';

interface CleanedDocuments {
  readonly documents: readonly TextDocument[];
  readonly counts: CleaningCounts;
}

/** Cleans documents that are all at hand, in order; emptied ones are left out. */
export function cleanDocuments(
  documents: Iterable<TextDocument>,
  options: CleaningOptions = { lineUnit: 'line' },
): CleanedDocuments {
  const cleaner = createCleaner(options);
  const cleaned: TextDocument[] = [];
  for (const document of documents) {
    const result = cleaner.clean(document);
    if (result !== null) cleaned.push(result);
  }
  return { documents: cleaned, counts: cleaner.counts };
}
