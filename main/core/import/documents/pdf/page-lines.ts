import type { PageItem } from './place-items.ts';
import { type Row, toRows } from './page-rows.ts';

/** Rows that a gap between columns of text has at least, and letters of a row on each side of it. */
const columnRows = 4;
const columnLetters = 18;
/** Columns beside each other are looked for so often. */
const deepest = 4;
/** A gap of so many lines begins a new paragraph. */
const paragraphGap = 1.7;

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Where two columns of running text part; null where there are none, as between cells of a table. */
function findGutter(rows: readonly Row[]): number | null {
  const gaps = rows.flatMap(({ segments }) =>
    segments.slice(1).map((segment, index) => ({ left: segments[index], right: segment })),
  );
  // The place that lies in most gaps: the end of one of them.
  const edges = gaps
    .flatMap(({ left, right }) => [
      { x: left.end, step: 1 },
      { x: right.start, step: -1 },
    ])
    .toSorted((a, b) => a.x - b.x || a.step - b.step);
  let open = 0;
  let most = 0;
  let gutter = 0;
  edges.forEach(({ x, step }, index) => {
    open += step;
    if (open <= most) return;
    most = open;
    gutter = (x + (edges[index + 1]?.x ?? x)) / 2;
  });
  if (most < columnRows) return null;
  const around = gaps.filter(({ left, right }) => left.end <= gutter && right.start >= gutter);
  const isText = (side: 'left' | 'right') =>
    medianOf(around.map((gap) => gap[side].text.length)) >= columnLetters;
  return isText('left') && isText('right') ? gutter : null;
}

/** Rows in the order in which they are read: of columns beside each other first the left one. */
function inReadingOrder(rows: readonly Row[], depth: number): Row[] {
  const gutter = depth < deepest ? findGutter(rows) : null;
  if (gutter === null) return [...rows];
  const ordered: Row[] = [];
  let left: Row[] = [];
  let right: Row[] = [];
  const flush = () => {
    for (const row of inReadingOrder(left, depth + 1)) ordered.push(row);
    for (const row of inReadingOrder(right, depth + 1)) ordered.push(row);
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.segments.some(({ start, end }) => start < gutter && end > gutter)) {
      flush();
      ordered.push(row);
      continue;
    }
    const before = row.segments.filter(({ end }) => end <= gutter);
    const after = row.segments.filter(({ end }) => end > gutter);
    if (before.length > 0) left.push({ ...row, segments: before });
    if (after.length > 0) right.push({ ...row, segments: after });
  }
  flush();
  return ordered;
}

/**
 * The lines of a page in reading order: stretches far apart on one line are separated by a tab,
 * paragraphs by an empty line.
 */
export function toPageLines(items: readonly PageItem[]): string[] {
  const rows = inReadingOrder(toRows(items), 0);
  const pitches = rows.slice(1).map((row, index) => rows[index].y - row.y);
  const pitch = medianOf(pitches.filter((value) => value > 0));
  return rows.flatMap((row, index) => {
    const line = row.segments.map(({ text }) => text).join('\t');
    const gap = index === 0 ? 0 : rows[index - 1].y - row.y;
    return gap > paragraphGap * pitch && pitch > 0 ? ['', line] : [line];
  });
}
