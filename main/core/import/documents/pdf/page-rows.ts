import { largestOf, smallestOf } from '#core/base/extremes.ts';
import type { PageItem } from './place-items.ts';

/** Stretches on one baseline that stand close to one another. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Row {
  readonly y: number;
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** Parts of the height of letters: a gap that is a blank, and one that parts columns or cells. */
const blankGap = 0.15;
const cellGap = 1.2;
/** The latter where a blank is drawn there, or all gaps are alike, as in justified lines. */
const widenedGap = 4;
const sameGap = 0.85;
/** Two of the same text closer than this are one that was printed twice to look bold. */
const doubleGap = 0.2;

function isDouble(first: PageItem, second: PageItem): boolean {
  return (
    first.text === second.text &&
    Math.abs(first.x - second.x) < doubleGap * first.height &&
    Math.abs(first.y - second.y) < doubleGap * first.height
  );
}

/** Stretches as one where all gaps between them are alike: a line that was justified. */
function joinJustified(segments: readonly Segment[], height: number): readonly Segment[] {
  const gaps = segments.slice(1).map(({ start }, index) => start - segments[index].end);
  const [least, most] = [smallestOf(gaps), largestOf(gaps)];
  if (gaps.length < 2 || most > widenedGap * height || least < sameGap * most) return segments;
  const text = segments.map((segment) => segment.text).join(' ');
  return [{ text, start: segments[0].start, end: segments[segments.length - 1].end }];
}

function joinItems(items: readonly PageItem[]): Segment[] {
  const segments: Segment[] = [];
  let text = '';
  let start = 0;
  let end = 0;
  let isBlankSeen = false;
  let last: PageItem | null = null;
  for (const item of items) {
    if (item.text.trim() === '') {
      // How wide a blank is says nothing: tabs are drawn as blanks too.
      isBlankSeen = true;
      continue;
    }
    if (last !== null && isDouble(last, item)) continue;
    last = item;
    const gap = item.x - end;
    if (text !== '' && gap > (isBlankSeen ? widenedGap : cellGap) * item.height) {
      segments.push({ text: text.trim(), start, end });
      text = '';
    }
    if (text === '') start = item.x;
    else if ((isBlankSeen || gap > blankGap * item.height) && !/\s$/.test(text)) text += ' ';
    text += item.text;
    isBlankSeen = false;
    end = Math.max(text === item.text ? item.x : end, item.x + item.width);
  }
  if (text.trim() !== '') segments.push({ text: text.trim(), start, end });
  return segments;
}

/** Stretches by their baselines, from above; small marks above or below count to their line. */
export function toRows(items: readonly PageItem[]): Row[] {
  const sorted = items.toSorted((a, b) => b.y - a.y || a.x - b.x);
  const rows: Row[] = [];
  let held: PageItem[] = [];
  const flush = () => {
    if (held.length === 0) return;
    const height = held.reduce((most, item) => Math.max(most, item.height), 0);
    const segments = joinJustified(joinItems(held.toSorted((a, b) => a.x - b.x)), height);
    if (segments.length > 0) rows.push({ y: held[0].y, height, segments });
    held = [];
  };
  for (const item of sorted) {
    if (item.text.trim() === '' && held.length === 0) continue;
    const first = held.at(0);
    if (first !== undefined && first.y - item.y > 0.5 * Math.max(first.height, item.height))
      flush();
    held.push(item);
  }
  flush();
  return rows;
}
