import type { Span } from '#core/domain/text.ts';

export interface AlikeOptions {
  readonly matchCase: boolean;
  /** Not inside of longer words or numbers. */
  readonly wholeWords: boolean;
}

/** Where the same words stand in a text: without overlap, from its start; white space is as good as other. */
export function* findAlike(
  text: string,
  wanted: string,
  { matchCase, wholeWords }: AlikeOptions,
): Generator<Span> {
  const words = wanted.split(/\s+/u).filter((word) => word !== '');
  if (words.length === 0) return;
  const pattern = words.map(escape).join('\\s+');
  const bounded = wholeWords
    ? `(?<![\\p{L}\\p{N}\\p{M}_])${pattern}(?![\\p{L}\\p{N}\\p{M}_])`
    : pattern;
  for (const match of text.matchAll(new RegExp(bounded, matchCase ? 'gu' : 'giu'))) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}

function escape(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
