/** A line as it is shown, in UTF-16 units of the text; the break behind it is not part of it. */
export interface ShownLine {
  readonly start: number;
  readonly end: number;
}

/** A run of what is not white space, or of blanks and tabs. */
const run = /[^\s]+|[^\S\n\r\u2028\u2029]+/gu;
const lineBreak = /\r\n|[\n\r\u2028\u2029]/g;

/**
 * Breaks a text into lines that fit a width, as browsers do: behind blanks, which may hang over, and
 * inside of a word only where it alone is too wide. Done here, because only lines that are seen are in
 * the page and the height of all others must be known. Every character is in one line, or is a break.
 * @param width in pixels, of a line
 * @param measure the width of a piece of text in pixels
 */
export function wrapText(
  text: string,
  width: number,
  measure: (piece: string) => number,
): ShownLine[] {
  const lines: ShownLine[] = [];
  let start = 0;
  for (const found of text.matchAll(lineBreak)) {
    wrapParagraph(text, { start, end: found.index }, { width, measure, lines });
    start = found.index + found[0].length;
  }
  wrapParagraph(text, { start, end: text.length }, { width, measure, lines });
  return lines;
}

interface Wrapping {
  readonly width: number;
  readonly measure: (piece: string) => number;
  readonly lines: ShownLine[];
}

function wrapParagraph(
  text: string,
  { start, end }: ShownLine,
  { width, measure, lines }: Wrapping,
): void {
  let lineStart = start;
  let taken = 0;
  for (const { 0: piece, index } of text.slice(start, end).matchAll(run)) {
    const at = start + index;
    const size = measure(piece);
    if (taken + size <= width || /^\s/u.test(piece)) {
      taken += size;
      continue;
    }
    if (at > lineStart) {
      lines.push({ start: lineStart, end: at });
      lineStart = at;
    }
    taken = size;
    if (size <= width) continue;
    for (const cut of cutsOf(piece, width, measure)) {
      lines.push({ start: lineStart, end: at + cut });
      lineStart = at + cut;
    }
    taken = measure(text.slice(lineStart, at + piece.length));
  }
  lines.push({ start: lineStart, end });
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where a word that is wider than a line is broken; between characters as people count them. */
function cutsOf(piece: string, width: number, measure: (piece: string) => number): number[] {
  const cuts: number[] = [];
  let taken = 0;
  for (const { segment, index } of characters.segment(piece)) {
    const size = measure(segment);
    if (taken > 0 && taken + size > width) {
      cuts.push(index);
      taken = 0;
    }
    taken += size;
  }
  return cuts;
}

/** The line in which a place lies; that of a break is the line before it. */
export function lineAt(lines: readonly ShownLine[], place: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle].start <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
