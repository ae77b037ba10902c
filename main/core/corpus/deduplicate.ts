import type { TextDocument } from '#core/domain/text.ts';
import { LineSet } from '#core/base/line-set.ts';

/** What deduplication did to one source. */
interface DeduplicationCounts {
  readonly source: string;
  readonly linesBefore: number;
  readonly duplicateLines: number;
}

export interface Deduplicated {
  readonly documents: readonly TextDocument[];
  /** One per source, in order of appearance. */
  readonly counts: readonly DeduplicationCounts[];
}

/** Lines that differ only in case, blanks or compatibility forms of characters count as equal. */
function normaliseLine(line: string): string {
  return line.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * Removes lines that an earlier document holds already, in its own or another source: what two
 * corpora share is learnt once. The first place wins, so the order of sources matters. Documents
 * of which nothing is left are dropped.
 */
export function deduplicateLines(documents: Iterable<TextDocument>): Deduplicated {
  const seen = new LineSet();
  const kept: TextDocument[] = [];
  const bySource = new Map<string, { linesBefore: number; duplicateLines: number }>();
  for (const document of documents) {
    const lines = document.text.split('\n');
    const fresh = lines.filter((line) => seen.add(normaliseLine(line)));
    const before = bySource.get(document.source) ?? { linesBefore: 0, duplicateLines: 0 };
    bySource.set(document.source, {
      linesBefore: before.linesBefore + lines.length,
      duplicateLines: before.duplicateLines + lines.length - fresh.length,
    });
    if (fresh.length > 0) kept.push({ ...document, text: fresh.join('\n') });
  }
  const counts = [...bySource].map(([source, count]) => ({ source, ...count }));
  return { documents: kept, counts };
}
