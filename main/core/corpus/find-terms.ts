import type { Span } from '#core/domain/text.ts';

/** Words that stand for a type of marks. */
export interface Term {
  readonly text: string;
  readonly type: string;
}

export interface FoundTerm extends Span {
  readonly type: string;
}

/** Terms by their words, ready to be looked up in many texts. */
export interface TermIndex {
  readonly longest: number;
  /** By words in lower case. Of two terms with the same words the later counts. */
  readonly types: ReadonlyMap<string, string>;
}

export function indexTerms(terms: Iterable<Term>): TermIndex {
  const types = new Map<string, string>();
  let longest = 0;
  for (const { text, type } of terms) {
    const words = wordsOf(text).map(({ key }) => key);
    if (words.length === 0) continue;
    types.set(words.join(' '), type);
    longest = Math.max(longest, words.length);
  }
  return { longest, types };
}

/**
 * Where terms stand in a text: whole words whatever their case and the white space between them; the
 * longest first, from left to right, without overlap. UTF-16 units.
 */
export function findTerms(text: string, { longest, types }: TermIndex): FoundTerm[] {
  const words = wordsOf(text);
  const found: FoundTerm[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let end = Math.min(words.length, first + longest); end > first; end--) {
      const key = words
        .slice(first, end)
        .map((word) => word.key)
        .join(' ');
      const type = types.get(key);
      if (type === undefined) continue;
      found.push({ start: words[first].start, end: words[end - 1].end, type });
      first = end - 1;
      break;
    }
  }
  return found;
}

/** Runs of letters, digits and marks, and each other sign by itself. */
function wordsOf(text: string): (Span & { readonly key: string })[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}_]+|[^\s]/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    key: word.toLowerCase(),
  }));
}
