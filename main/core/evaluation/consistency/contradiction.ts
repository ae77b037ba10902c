import type { Place } from './stated.ts';

/** Every way in which printed results can contradict each other, or what is possible. */
export const contradictionKinds = [
  'out-of-range',
  'f1-above-its-parts',
  'f1-not-of-its-parts',
  'no-such-count',
  'no-such-matrix',
  'macro-not-the-mean',
  'difference-not-of-means',
  'p-below-the-least',
  'p-not-of-the-test',
  'holm-below-p',
  'holm-not-in-order',
] as const;

export type ContradictionKind = (typeof contradictionKinds)[number];

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** The number that does not agree. */
  readonly place: Place;
  /** What it does not agree with; null where it is impossible by itself. */
  readonly with: Place | null;
  /** As printed. */
  readonly found: number;
  /** What it would have to be, as a number or as bounds. */
  readonly expected: { readonly least: number; readonly most: number };
}
