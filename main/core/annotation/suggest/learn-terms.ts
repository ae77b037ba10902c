import { findTerms, indexTerms, type Term, type TermIndex } from '#core/corpus/find-terms.ts';

/** A text and the marks that a person gave it. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
  }[];
}

/**
 * Terms from what a person has marked: the words of each mark, with the type that they were given
 * most often. Words that the person leaves alone more often than they mark them are none.
 */
export function learnTerms(texts: readonly MarkedText[]): TermIndex {
  const counts = new Map<string, Map<string, number>>();
  for (const { text, marks } of texts) {
    for (const { start, end, type } of marks) {
      const key = keyOf(text.slice(start, end));
      const types = counts.get(key) ?? new Map<string, number>();
      counts.set(key, types.set(type, (types.get(type) ?? 0) + 1));
    }
  }
  const terms = [...counts].map(([text, types]): Term & { readonly count: number } => {
    const [[type]] = [...types].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return { text, type, count: [...types.values()].reduce((sum, count) => sum + count, 0) };
  });
  const seen = new Map<string, number>();
  const index = indexTerms(terms);
  for (const { text } of texts) {
    for (const { start, end } of findTerms(text, index)) {
      const key = keyOf(text.slice(start, end));
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  return indexTerms(terms.filter(({ text, count }) => 2 * count >= (seen.get(text) ?? 0)));
}

function keyOf(words: string): string {
  return words.toLowerCase().split(/\s+/u).join(' ');
}
