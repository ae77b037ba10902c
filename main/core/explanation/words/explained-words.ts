import type { Span } from '#core/domain/text.ts';

/** A word of a text that an explanation may speak of, and everywhere it stands. */
export interface ExplainedWord {
  readonly word: string;
  /** UTF-16 offsets, in the order of the text. */
  readonly spans: readonly Span[];
}

/** What counts as one: a word wherever it stands (bag of words), or each place by itself. */
export type WordUnit = 'word' | 'place';

/** Letters, numbers and underscores: `\w` of Python, by which LIME splits (lime_text.py). */
const wordPattern = /[\p{L}\p{N}_]+/gu;

/**
 * The words of a text in the order in which they first stand there. A bag of words takes every
 * "geen" as one, as LIME does; by place each is explained by itself.
 */
export function listExplainedWords(text: string, unit: WordUnit): ExplainedWord[] {
  const spansOf = new Map<string, Span[]>();
  const words: { word: string; spans: Span[] }[] = [];
  for (const { 0: word, index: start } of text.matchAll(wordPattern)) {
    const span = { start, end: start + word.length };
    const known = unit === 'word' ? spansOf.get(word) : undefined;
    if (known !== undefined) {
      known.push(span);
      continue;
    }
    const spans = [span];
    spansOf.set(word, spans);
    words.push({ word, spans });
  }
  return words;
}
