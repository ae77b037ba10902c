import type { Ink, Symbol } from './drawing.ts';

/** How one of several lines is drawn: colour, dash and symbol together, so that none is needed alone. */
export interface SeriesLook {
  readonly ink: Ink;
  /** As `stroke-dasharray` has it; undefined for a whole line. */
  readonly dash: string | undefined;
  readonly symbol: Symbol;
}

const inks = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => `series-${index}` as Ink);
const dashes = [undefined, '8 4', '12 3 3 3', '4 3', '2 2.5', '14 4', '6 2 2 2 2 2'] as const;
const symbols = ['circle', 'square', 'triangle', 'diamond', 'cross', 'plus'] as const;

/** Of the line at this place, 0-based. The first 50 or so differ from each other. */
export function lookOf(index: number): SeriesLook {
  return {
    ink: inks[index % inks.length],
    dash: dashes[index % dashes.length],
    symbol: symbols[index % symbols.length],
  };
}
