/** All resamples of one figure; null where a resample left no pair. */
export type Resamples = readonly (number | null)[];

/** What was measured of a type or of the random words, with its resamples. */
export interface Measured {
  readonly apart: number | null;
  readonly centred: number | null;
  readonly apartResamples: Resamples;
  readonly centredResamples: Resamples;
}

export interface MeasuredModel {
  readonly model: string;
  readonly baseline: Measured;
  readonly types: readonly Measured[];
}

/** One less the other, resample by resample. */
export function lessThan(one: Resamples, other: Resamples): Resamples {
  if (one.length !== other.length) return [];
  return one.map((value, index) => {
    const less = other[index];
    return value === null || less === null ? null : value - less;
  });
}
