import type { SourceDocument, SpanAnnotation } from '#core/domain/document.ts';
import type { Span } from '#core/domain/text.ts';

/** A span over whole words, by their numbers; `last` is inclusive. */
export interface WordSpan {
  readonly type: string;
  readonly first: number;
  readonly last: number;
}

/** What one tag a word can say of the spans of a document, and what it cannot. */
export interface FlatSpans {
  /** In order, without overlap. */
  readonly spans: readonly WordSpan[];
  /** Types of those that are left out for others. */
  readonly overlapping: readonly string[];
  /** Types of those that begin or end inside of a word. */
  readonly widened: readonly string[];
  /** Types of those that cover no word. */
  readonly wordless: readonly string[];
}

const isSpan = (each: SourceDocument['annotations'][number]): each is SpanAnnotation =>
  each.kind === 'span';

/** The first word that ends behind `at`. */
function findWord(words: readonly Span[], at: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle].end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Of overlapping spans the longer is kept, then the earlier; those in words are widened to them. */
export function flattenSpans(
  annotations: SourceDocument['annotations'],
  words: readonly Span[],
): FlatSpans {
  const placed = annotations
    .filter(isSpan)
    .map(({ type, fragments }) => ({
      type,
      start: fragments[0].start,
      end: fragments[fragments.length - 1].end,
    }))
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const taken = new Uint8Array(words.length);
  const spans: WordSpan[] = [];
  const overlapping: string[] = [];
  const widened: string[] = [];
  const wordless: string[] = [];
  for (const { type, start, end } of placed) {
    const first = findWord(words, start);
    let last = first;
    while (last + 1 < words.length && words[last + 1].start < end) last++;
    if (first >= words.length || words[first].start >= end) wordless.push(type);
    else if (taken.subarray(first, last + 1).includes(1)) overlapping.push(type);
    else {
      if (words[first].start < start || words[last].end > end) widened.push(type);
      taken.fill(1, first, last + 1);
      spans.push({ type, first, last });
    }
  }
  return { spans: spans.sort((a, b) => a.first - b.first), overlapping, widened, wordless };
}
