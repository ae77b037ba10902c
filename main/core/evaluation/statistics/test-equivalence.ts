import { AnamnesisError } from '#core/base/error.ts';
import { describeSample } from './describe-sample.ts';
import { studentCriticalValue, studentTwoSidedP } from './student-t.ts';

export interface EquivalenceTest {
  readonly meanDifference: number;
  /** The difference from which on models would matter to people, chosen before. */
  readonly margin: number;
  /** One-sided: that the difference is above −margin, and below +margin. */
  readonly lowerP: number;
  readonly upperP: number;
  /** The larger of both. */
  readonly p: number;
  /** The interval with confidence 1 − 2·level that lies within the margins if p ≤ level; null for one pair. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly areEquivalent: boolean;
}

/**
 * Whether paired differences are shown to be smaller than a margin: two one-sided t-tests,
 * Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987). A difference that was not
 * shown is not equivalence; this is. `testFraction` corrects the error for folds that share training
 * data as `correctedResampledTTest` does; 0 gives the plain test. With one pair p is 1, without any
 * spread it is 0 within the margin and 1 elsewhere. Throws `evaluation.empty` or
 * `evaluation.out-of-range` for a margin that is not positive.
 */
export function testEquivalence(
  differences: readonly number[],
  { margin, testFraction, level = 0.05 }: { margin: number; testFraction: number; level?: number },
): EquivalenceTest {
  requireEquivalence(differences, margin);
  const { count, mean, standardDeviation } = describeSample(differences);
  if (standardDeviation === null) {
    const ps = { lowerP: 1, upperP: 1, p: 1 };
    return { meanDifference: mean, margin, ...ps, interval: null, areEquivalent: false };
  }
  const error = standardDeviation * Math.sqrt(1 / count + testFraction / (1 - testFraction));
  const lowerP = upperTail((mean + margin) / error, count - 1);
  const upperP = upperTail((margin - mean) / error, count - 1);
  const p = Math.max(lowerP, upperP);
  const reach = studentCriticalValue(1 - 2 * level, count - 1) * error;
  return {
    meanDifference: mean,
    margin,
    lowerP,
    upperP,
    p,
    interval: { lower: mean - reach, upper: mean + reach },
    areEquivalent: p <= level,
  };
}

/** P(T > t). A t of ±∞ comes of differences without spread, one that is no number of 0/0. */
function upperTail(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return t === Infinity ? 0 : 1;
  const half = studentTwoSidedP(t, degrees) / 2;
  return t >= 0 ? half : 1 - half;
}

function requireEquivalence(differences: readonly number[], margin: number): void {
  if (differences.length === 0) {
    throw new AnamnesisError('evaluation.empty', {
      expected: 'at least one fold that both models have finished',
      found: 'none',
      remedy: 'Compare models that have finished the same folds of the task.',
    });
  }
  if (margin > 0 && Number.isFinite(margin)) return;
  throw new AnamnesisError('evaluation.out-of-range', {
    expected: 'a margin above 0',
    found: String(margin),
    remedy: 'Choose the smallest difference that would matter, before looking at results.',
    place: 'margin',
  });
}
