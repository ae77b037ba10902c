/** What a line or a surface stands for; which colour that is, the page and the file each know. */
export type Ink =
  | 'ink'
  | 'muted'
  | 'grid'
  | 'axis'
  | 'surface'
  | 'series-0'
  | 'series-1'
  | 'series-2'
  | 'series-3'
  | 'series-4'
  | 'series-5'
  | 'series-6'
  | 'series-7';

export type Symbol = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'plus';

/** Pixels, from the upper left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface PathMark {
  readonly kind: 'path';
  readonly d: string;
  readonly ink: Ink;
  readonly width: number;
  /** As `stroke-dasharray` has it; left out for a whole line. */
  readonly dash?: string | undefined;
  readonly opacity?: number;
}

export interface AreaMark {
  readonly kind: 'area';
  readonly d: string;
  readonly ink: Ink;
  readonly opacity: number;
}

export interface TextMark extends Spot {
  readonly kind: 'text';
  readonly text: string;
  readonly ink: Ink;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Read from below to above, around its own spot. */
  readonly isUpright?: boolean;
  readonly isStrong?: boolean;
}

/** One piece of a picture. Those that come later lie above. */
export type Mark = PathMark | AreaMark | TextMark;

/** A picture as plain data: drawn in the page by `Picture.svelte`, in a file by `write-svg.ts`. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Of every text in a picture; its width can only be estimated, since no browser is asked. */
export const textSize = 11.5;

/** How wide a text will be at most, about: letters of the window's font are .56 of their height. */
export function estimateWidth(text: string): number {
  return Array.from(text).length * textSize * 0.56;
}

/** A coordinate with as many digits as can be seen. */
function pixel(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Straight lines from spot to spot. */
export function linePath(spots: readonly Spot[]): string {
  return spots
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${pixel(x)} ${pixel(y)}`)
    .join('');
}

/**
 * Steps from spot to spot, first upright and then across: what holds at a spot holds from the one
 * before on, as precision does between two recalls.
 */
export function stepPath(spots: readonly Spot[]): string {
  return spots
    .map(({ x, y }, index) =>
      index === 0 ? `M${pixel(x)} ${pixel(y)}` : `V${pixel(y)}H${pixel(x)}`,
    )
    .join('');
}

/** The surface between two lines over the same places. */
export function bandPath(
  band: readonly { readonly x: number; readonly low: number; readonly high: number }[],
): string {
  if (band.length === 0) return '';
  const above = band.map(({ x, high }) => ({ x, y: high }));
  const below = band.toReversed().map(({ x, low }) => ({ x, y: low }));
  return `${linePath([...above, ...below])}Z`;
}

const radius = 4;

/** The outline of a symbol around a spot; each is told from the others without its colour. */
export function symbolPath(symbol: Symbol, { x, y }: Spot, size = radius): string {
  const at = (dx: number, dy: number) => `${pixel(x + dx * size)} ${pixel(y + dy * size)}`;
  switch (symbol) {
    case 'circle': {
      const half = `A${size} ${size} 0 1 1`;
      return `M${at(-1, 0)}${half} ${at(1, 0)}${half} ${at(-1, 0)}Z`;
    }
    case 'square':
      return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}Z`;
    case 'triangle':
      return `M${at(0, -1.15)}L${at(1.1, 0.85)}L${at(-1.1, 0.85)}Z`;
    case 'diamond':
      return `M${at(0, -1.25)}L${at(1.25, 0)}L${at(0, 1.25)}L${at(-1.25, 0)}Z`;
    case 'cross':
      return `M${at(-0.9, -0.9)}L${at(0.9, 0.9)}M${at(0.9, -0.9)}L${at(-0.9, 0.9)}`;
    case 'plus':
      return `M${at(0, -1.15)}L${at(0, 1.15)}M${at(-1.15, 0)}L${at(1.15, 0)}`;
  }
}
