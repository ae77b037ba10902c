/** A stretch of text on a page as a reader sees it; the origin is at the lower left. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of its letters. */
  readonly height: number;
}

/** Numbers of a matrix as PDF writes it: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A stretch of text as it stands in the file. */
export interface RawItem {
  readonly text: string;
  readonly matrix: Matrix;
  readonly width: number;
}

const quarterTurns = [0, 1, 2, 3] as const;

/** How many quarter turns to the left text runs, 0 for text that runs to the right. */
function turnOf(along: number, across: number): number {
  const turns = Math.round(Math.atan2(across, along) / (Math.PI / 2));
  return (turns + 4) % 4;
}

/**
 * Stretches by the direction in which they run, that of most letters first; each as if it ran to
 * the right, since text that was turned with its page is read with it. `view` is how the page is
 * shown.
 */
export function placeItems(items: readonly RawItem[], view: Matrix): PageItem[][] {
  const scale = Math.hypot(view[0], view[1]) || 1;
  const byTurn: PageItem[][] = quarterTurns.map(() => []);
  for (const { text, matrix, width } of items) {
    const [a, b, c, d, e, f] = matrix;
    const along = view[0] * a + view[2] * b;
    // The view counts from above, text from below.
    const across = -(view[1] * a + view[3] * b);
    const x = view[0] * e + view[2] * f + view[4];
    const y = -(view[1] * e + view[3] * f + view[5]);
    const height = scale * (Math.hypot(c, d) || Math.hypot(a, b));
    if (!Number.isFinite(x + y + height + width) || height === 0) continue;
    const turn = turnOf(along, across);
    const [turnedX, turnedY] = [
      [x, y],
      [y, -x],
      [-x, -y],
      [-y, x],
    ][turn];
    byTurn[turn].push({ text, x: turnedX, y: turnedY, width: scale * Math.abs(width), height });
  }
  const lettersOf = (placed: readonly PageItem[]) =>
    placed.reduce((sum, { text }) => sum + text.trim().length, 0);
  return byTurn
    .filter((placed) => placed.length > 0)
    .sort((first, second) => lettersOf(second) - lettersOf(first));
}
