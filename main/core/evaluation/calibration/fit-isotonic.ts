import type { Calibrator } from '#core/domain/screening-rule.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { isotonicRegression } from './isotonic-regression.ts';

/** Below so many notes it fits their noise (Niculescu-Mizil and Caruana, ICML 2005). */
export const smallestIsotonicCount = 1000;

/**
 * Isotonic regression as a calibrator: the two ends of each of its blocks, with straight lines
 * between blocks as in scikit-learn. Throws `evaluation.too-few-notes` below 1,000 notes.
 */
export function fitIsotonic(binary: BinaryScores): Calibrator {
  if (binary.truths.length < smallestIsotonicCount) {
    throw new AnamnesisError('evaluation.too-few-notes', {
      expected: `at least ${smallestIsotonicCount} notes to learn from`,
      found: `${binary.truths.length}`,
      remedy: 'Calibrate by temperature or by Platt’s scaling.',
    });
  }
  const scores: number[] = [];
  const values: number[] = [];
  for (const { lowest, highest, value } of isotonicRegression(binary)) {
    for (const score of lowest === highest ? [lowest] : [lowest, highest]) {
      scores.push(score);
      values.push(value);
    }
  }
  return { kind: 'isotonic', scores, values };
}
