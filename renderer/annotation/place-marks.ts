import { lineAt, type ShownLine } from './wrap-text.ts';

/** A mark over a text: a span, a piece of one, or a suggestion. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** What is written under it where it begins. */
  readonly label: string;
}

/** The part of a mark that lies in one line. Pixels from the start of the line. */
export interface PlacedMark {
  /** Of the mark, in the list that was given. */
  readonly mark: number;
  readonly left: number;
  readonly width: number;
  /** From 0, the one next to the text: marks that would touch lie in different lanes. */
  readonly lane: number;
  /** Whether the mark begins here; its label stands there alone. */
  readonly begins: boolean;
}

export interface MarkedLine {
  readonly marks: readonly PlacedMark[];
  readonly laneCount: number;
}

export interface Measures {
  /** How far a place is from the start of a line, in pixels. */
  readonly distance: (line: ShownLine, place: number) => number;
  readonly labelWidth: (label: string) => number;
}

/** Between two marks of a lane, in pixels. */
const gap = 4;
const nothing: MarkedLine = { marks: [], laneCount: 0 };

/**
 * Where marks are drawn under each line. They may overlap and nest; the widest are nearest to the
 * text, and a label has room as wide as it is, so that none covers another. Marks must lie within the
 * text.
 */
export function placeMarks(
  lines: readonly ShownLine[],
  marks: readonly Mark[],
  { distance, labelWidth }: Measures,
): MarkedLine[] {
  const byLine: Omit<PlacedMark, 'lane'>[][] = lines.map(() => []);
  marks.forEach(({ start, end }, mark) => {
    for (let at = lineAt(lines, start); at < lines.length && lines[at].start < end; at++) {
      const line = lines[at];
      const from = Math.max(start, line.start);
      const to = Math.min(end, line.end);
      // Of a mark that ends with a break nothing is seen in the line.
      if (to <= from) continue;
      const left = distance(line, from);
      const width = distance(line, to) - left;
      byLine[at].push({ mark, left, width, begins: from === start });
    }
  });
  return byLine.map((placed) => {
    if (placed.length === 0) return nothing;
    return takeLanes(placed, ({ mark, begins }) => (begins ? labelWidth(marks[mark].label) : 0));
  });
}

function takeLanes(
  placed: readonly Omit<PlacedMark, 'lane'>[],
  labelWidthOf: (mark: Omit<PlacedMark, 'lane'>) => number,
): MarkedLine {
  const order = [...placed].sort((a, b) => a.left - b.left || b.width - a.width || a.mark - b.mark);
  /** Of each lane: up to where it is taken. */
  const taken: number[] = [];
  const marks = order.map((each) => {
    const free = taken.findIndex((end) => end + gap <= each.left);
    const lane = free === -1 ? taken.length : free;
    taken[lane] = each.left + Math.max(each.width, labelWidthOf(each));
    return { ...each, lane };
  });
  return { marks, laneCount: taken.length };
}
