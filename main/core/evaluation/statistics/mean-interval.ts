import { describeSample } from './describe-sample.ts';
import { studentCriticalValue } from './student-t.ts';

/** A mean with the interval that covers the true one with the stated confidence. */
export interface MeanInterval {
  readonly count: number;
  readonly mean: number;
  readonly standardDeviation: number | null;
  /** Null for a single value, which says nothing of its spread. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Mean ± t·s/√n (Student 1908) of at least one value. Folds share training data, so over folds it is
 * a description of their spread rather than a guarantee; comparisons use the corrected test. With a
 * `testFraction` above 0, the share of all data in a test fold, the variance of the mean is that of
 * `correctedResampledTTest`, (1/n + n₂/n₁)·s²: for folds of repeated divisions, which without it would
 * pretend to know as much more as there are repetitions.
 */
export function meanInterval(
  values: readonly number[],
  { confidence = 0.95, testFraction = 0 }: { confidence?: number; testFraction?: number } = {},
): MeanInterval {
  const sample = describeSample(values);
  if (sample.standardDeviation === null) return { ...sample, lower: null, upper: null };
  const overlap = testFraction / (1 - testFraction);
  const reach =
    (studentCriticalValue(confidence, sample.count - 1) * sample.standardDeviation) /
    Math.sqrt(1 / (1 / sample.count + overlap));
  return { ...sample, lower: sample.mean - reach, upper: sample.mean + reach };
}
