import type { MetricName } from '../metrics/metric-names.ts';

/** A number as it is printed: what it was before it was rounded lies within half a unit of it. */
export interface Stated {
  readonly value: number;
  /** Of its last digit. */
  readonly unit: number;
  /** Printed as "< 0.001": it is smaller than `value`. */
  readonly isBound: boolean;
}

/** Where a number stands, as a reader finds it. */
export interface Place {
  readonly table: string;
  /** From 1, below the header. */
  readonly row: number;
  /** What the row is about, such as a model and a class. */
  readonly about: string;
  readonly column: string;
}

export interface PlacedFigure {
  readonly stated: Stated;
  readonly place: Place;
}

/** What a row or a column says of one model on one task: of one class, or of all. */
export interface StatedScores {
  readonly task: string;
  readonly model: string;
  /** Null for all classes. */
  readonly label: string | null;
  /** Of one test, or means over several, for which less can be said. */
  readonly of: 'one-test' | 'means';
  /** Which test, where a table has several; empty else. */
  readonly test: string;
  /** A class that does not occur in every test: its mean has no part in the mean of all. */
  readonly isPartial: boolean;
  /** Examples that were tested; null where it is not said. */
  readonly exampleCount: number | null;
  /** Shares from 0 to 1. */
  readonly figures: ReadonlyMap<MetricName, PlacedFigure>;
}

/** Two models compared. */
export interface StatedComparison {
  readonly task: string;
  readonly modelA: string | null;
  readonly modelB: string | null;
  readonly metric: MetricName | null;
  /** Pairs with a difference, of which an exact signed-rank test was made; null where it was not, or is not said. */
  readonly pairCount: number | null;
  readonly difference: PlacedFigure | null;
  readonly p: PlacedFigure | null;
  /** Holm’s, of the family in which it stands. */
  readonly pHolm: PlacedFigure | null;
}

export interface StatedTables {
  readonly scores: readonly StatedScores[];
  readonly comparisons: readonly StatedComparison[];
}

/** The least and the most that a number can have been before it was rounded. */
export function boundsOf({ value, unit }: Stated): {
  readonly least: number;
  readonly most: number;
} {
  return { least: value - unit / 2 - epsilon, most: value + unit / 2 + epsilon };
}

/** Of binary fractions. */
const epsilon = 1e-12;
