import type { TextDocument } from '#core/domain/text.ts';

/** The size of one source of a corpus. */
export interface CorpusStatistics {
  readonly source: string;
  readonly documents: number;
  /** Lines that hold more than blanks. */
  readonly lines: number;
  /** Runs of characters other than blanks; no-break spaces separate words too. */
  readonly words: number;
  /** Code points, line breaks included. */
  readonly characters: number;
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

function measure(text: string): Omit<CorpusStatistics, 'source' | 'documents'> {
  return {
    lines: text.split('\n').filter((line) => line.trim() !== '').length,
    words: countMatches(text, /\S+/g),
    characters: text.length - countMatches(text, /[\ud800-\udbff][\udc00-\udfff]/g),
  };
}

/** The size of each source, in order of appearance. Tokens depend on a vocabulary: see tokenise. */
export function measureCorpus(documents: Iterable<TextDocument>): CorpusStatistics[] {
  const bySource = new Map<string, CorpusStatistics>();
  for (const { source, text } of documents) {
    const { lines, words, characters } = measure(text);
    const before = bySource.get(source);
    bySource.set(source, {
      source,
      documents: (before?.documents ?? 0) + 1,
      lines: (before?.lines ?? 0) + lines,
      words: (before?.words ?? 0) + words,
      characters: (before?.characters ?? 0) + characters,
    });
  }
  return [...bySource.values()];
}
