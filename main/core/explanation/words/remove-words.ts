import type { Span } from '#core/domain/text.ts';
import type { ExplainedWord } from './explained-words.ts';

/** A text cut at its words, so that many versions of it without some of them are made quickly. */
export interface CutText {
  readonly text: string;
  readonly wordCount: number;
  /** In the order of the text. */
  readonly places: readonly (Span & { readonly word: number })[];
}

export function cutAtWords(text: string, words: readonly ExplainedWord[]): CutText {
  const places = words.flatMap(({ spans }, word) => spans.map((span) => ({ ...span, word })));
  places.sort((one, other) => one.start - other.start);
  return { text, wordCount: words.length, places };
}

/**
 * The text with the words of which `isKept` is 1. What stands between words stays, as in LIME, so
 * that only the words differ.
 */
export function keepWords({ text, places }: CutText, isKept: ArrayLike<number>): string {
  let kept = '';
  let from = 0;
  for (const { start, end, word } of places) {
    if (isKept[word] === 1) continue;
    kept += text.slice(from, start);
    from = end;
  }
  return kept + text.slice(from);
}
