import { largestOf } from '#core/base/extremes.ts';

/** Mean and standard deviation (n − 1 in the denominator; null for a single value) of a sample. */
export interface SampleDescription {
  readonly count: number;
  readonly mean: number;
  readonly standardDeviation: number | null;
}

/** Describes a sample of at least one value; a spread that is rounding noise counts as 0. */
export function describeSample(values: readonly number[]): SampleDescription {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count < 2) return { count, mean, standardDeviation: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (count - 1));
  const largest = largestOf(values.map(Math.abs));
  return { count, mean, standardDeviation: deviation <= 1e-14 * largest ? 0 : deviation };
}
