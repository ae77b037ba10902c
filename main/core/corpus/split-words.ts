import type { Span } from '#core/domain/text.ts';

/** A run of letters, marks and digits; or any other visible character by itself. */
const word = /[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s\p{C}\ufffd]/gu;

/**
 * Splits a text into words: runs of letters and digits ("T2N0", "miocard"), and each punctuation
 * mark by itself. The rule sees the text alone, so that a note to be predicted is split exactly as
 * the notes learnt from. Blanks and invisible characters belong to no word.
 */
export function splitWords(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(word)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}
