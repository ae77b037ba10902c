/** Heights of lines and of their lanes, in pixels. */
export interface LineHeights {
  readonly text: number;
  readonly lane: number;
}

/** Where each line begins, and last where all end: [lines + 1] pixels from the top. */
export function topsOf(laneCounts: readonly number[], heights: LineHeights): Float64Array {
  const tops = new Float64Array(laneCounts.length + 1);
  laneCounts.forEach((count, index) => {
    tops[index + 1] = tops[index] + heights.text + count * heights.lane;
  });
  return tops;
}

/** The lines of which a part lies between two heights, `end` exclusive. */
export function linesBetween(
  tops: Float64Array,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } {
  const count = tops.length - 1;
  const start = Math.max(0, Math.min(lastTopAt(tops, from), count));
  const end = Math.max(start, Math.min(lastTopAt(tops, to) + 1, count));
  return { start, end };
}

/** The last line that begins at a height or above it. */
export function lastTopAt(tops: Float64Array, height: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle] <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
