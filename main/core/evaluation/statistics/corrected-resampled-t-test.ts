import { describeSample } from './describe-sample.ts';
import { studentCriticalValue, studentTwoSidedP } from './student-t.ts';

export interface CorrectedTTest {
  readonly meanDifference: number;
  /** Null where the differences have no spread, so that no t exists, or there is one fold only. */
  readonly t: number | null;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number | null;
  /** Confidence interval of the mean difference. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * The corrected resampled t-test: Nadeau and Bengio, "Inference for the generalization error",
 * Machine Learning 52 (2003), section 3, where the variance of the mean of J differences is
 * estimated by (1/J + n₂/n₁)·s², n₂/n₁ being test over training size, because training sets overlap.
 * `testFraction` is the share of all data in a test fold, 1/k for k folds; 0 gives the plain test.
 */
export function correctedResampledTTest(
  differences: readonly number[],
  { testFraction, confidence = 0.95 }: { testFraction: number; confidence?: number },
): CorrectedTTest {
  const { count, mean, standardDeviation } = describeSample(differences);
  const degreesOfFreedom = count - 1;
  const result = { meanDifference: mean, degreesOfFreedom };
  if (standardDeviation === null) return { ...result, t: null, p: null, lower: null, upper: null };
  if (standardDeviation === 0) {
    const identical = mean === 0;
    return {
      ...result,
      t: identical ? 0 : null,
      p: identical ? 1 : null,
      lower: mean,
      upper: mean,
    };
  }
  const error = standardDeviation * Math.sqrt(1 / count + testFraction / (1 - testFraction));
  const t = mean / error;
  const reach = studentCriticalValue(confidence, degreesOfFreedom) * error;
  return {
    ...result,
    t,
    p: studentTwoSidedP(t, degreesOfFreedom),
    lower: mean - reach,
    upper: mean + reach,
  };
}
