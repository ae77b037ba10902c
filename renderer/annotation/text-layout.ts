import { findWords, firstWordEndingAfter, type TextWords } from './find-words.ts';
import { placeMarks, type Mark, type MarkedLine } from './place-marks.ts';
import { topsOf, type LineHeights } from './seen-lines.ts';
import type { Direction, TextSelection } from './select-words.ts';
import { lineAt, wrapText, type ShownLine } from './wrap-text.ts';

/** A text as it is broken into lines of a width. */
export interface TextLines {
  readonly text: string;
  readonly words: TextWords;
  readonly lines: readonly ShownLine[];
  /** How far a place is from the start of a line, in pixels. */
  readonly distance: (line: ShownLine, place: number) => number;
}

/** A text with its marks, and how high each line is. */
export interface TextLayout {
  readonly marked: readonly MarkedLine[];
  readonly tops: Float64Array;
}

/** Tabs are drawn as a blank, so that a place in a line does not hang on tab stops. */
export function drawn(text: string): string {
  return text.replaceAll('\t', ' ');
}

export function breakText(
  text: string,
  width: number,
  measure: (piece: string) => number,
): TextLines {
  const shown = drawn(text);
  const lines = wrapText(shown, width, measure);
  const known = new Map<number, number>();
  return {
    text,
    words: findWords(text),
    lines,
    distance: ({ start }, place) => {
      // Edges of marks are asked for again at every edit. A line has one start, and the end of one
      // line is the start of the next only where nothing is drawn after it.
      if (place === start) return 0;
      let distance = known.get(place);
      if (distance === undefined) {
        distance = measure(shown.slice(start, place));
        known.set(place, distance);
      }
      return distance;
    },
  };
}

export function layOut(
  { lines, distance }: TextLines,
  marks: readonly Mark[],
  heights: LineHeights,
  labelWidth: (label: string) => number,
): TextLayout {
  const marked = placeMarks(lines, marks, { distance, labelWidth });
  return {
    marked,
    tops: topsOf(
      marked.map(({ laneCount }) => laneCount),
      heights,
    ),
  };
}

/** The word above or below the side of a selection that moves; the same word at the outermost lines. */
export function moveByLine(
  { lines, words, distance }: TextLines,
  selection: TextSelection,
  by: Direction,
): TextSelection {
  const side = selection.side === 'end' ? selection.end - 1 : selection.start;
  const word = firstWordEndingAfter(words, side);
  const from = lineAt(lines, words.starts[word]);
  const middle = (line: ShownLine, at: number) =>
    (distance(line, words.starts[at]) + distance(line, Math.min(words.ends[at], line.end))) / 2;
  const wanted = middle(lines[from], word);
  for (let target = from + by; target >= 0 && target < lines.length; target += by) {
    const line = lines[target];
    let nearest: number | null = null;
    let nearestGap = Infinity;
    for (
      let at = firstWordEndingAfter(words, line.start);
      at < words.starts.length && words.starts[at] < line.end;
      at++
    ) {
      if (words.starts[at] < line.start) continue;
      const gap = Math.abs(middle(line, at) - wanted);
      if (gap < nearestGap) [nearest, nearestGap] = [at, gap];
    }
    if (nearest !== null) {
      return { start: words.starts[nearest], end: words.ends[nearest], side: 'end' };
    }
  }
  return { start: words.starts[word], end: words.ends[word], side: 'end' };
}
