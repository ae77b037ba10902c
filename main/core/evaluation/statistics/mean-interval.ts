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
 * a description of their spread rather than a guarantee; comparisons use the corrected test.
 */
export function meanInterval(values: readonly number[], confidence = 0.95): MeanInterval {
  const sample = describeSample(values);
  if (sample.standardDeviation === null) return { ...sample, lower: null, upper: null };
  const reach =
    (studentCriticalValue(confidence, sample.count - 1) * sample.standardDeviation) /
    Math.sqrt(sample.count);
  return { ...sample, lower: sample.mean - reach, upper: sample.mean + reach };
}
