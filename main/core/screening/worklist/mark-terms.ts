import { findTerms, indexTerms, type TermIndex } from '#core/corpus/find-terms.ts';
import type { Span } from '#core/domain/text.ts';

/** Where indicator terms of a language (ISO 639-1) stand in a text, in order, UTF-16 units. */
export type MarkTerms = (text: string, language: string) => Span[];

/** Each list is made ready once. `termsOf` gives none for a language without a list. */
export function createTermMarker(termsOf: (language: string) => readonly string[]): MarkTerms {
  const indexes = new Map<string, TermIndex>();
  return (text, language) => {
    const known =
      indexes.get(language) ??
      indexTerms(termsOf(language).map((term) => ({ text: term, type: 'term' })));
    indexes.set(language, known);
    return findTerms(text, known).map(({ start, end }) => ({ start, end }));
  };
}
