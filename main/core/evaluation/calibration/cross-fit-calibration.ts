import type { Calibrator } from '#core/domain/screening-rule.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { selectBinary, type BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { applyCalibrator, type CalibratorKind } from './calibrator.ts';
import { fitCalibrator } from './fit-calibrator.ts';

export interface CrossFittedCalibration {
  /** [items] each calibrated by what the other folds taught: for figures, thresholds and curves. */
  readonly calibrated: BinaryScores;
  /** Fitted on all items: for notes that are yet to come. */
  readonly calibrator: Calibrator;
}

/**
 * Calibrates out-of-fold scores without letting a note calibrate itself, which would flatter every
 * figure: fold by fold, fitted on all others. `folds` is [items]. Groups must not be split between
 * folds. Throws `evaluation.empty` with fewer than two folds, and what `fitCalibrator` throws.
 */
export function crossFitCalibration(
  binary: BinaryScores,
  folds: ArrayLike<number>,
  kind: CalibratorKind,
): CrossFittedCalibration {
  const places = new Set(Array.from(folds));
  if (places.size < 2) {
    throw new AnamnesisError('evaluation.empty', {
      expected: 'scores of at least two folds',
      found: `${places.size}`,
      remedy: 'Finish another fold of the task first.',
    });
  }
  const items = Int32Array.from(binary.truths.keys());
  const scores = new Float64Array(items.length);
  for (const fold of places) {
    const others = items.filter((item) => folds[item] !== fold);
    const calibrator = fitCalibrator(kind, selectBinary(binary, others));
    for (const item of items) {
      if (folds[item] === fold) scores[item] = applyCalibrator(calibrator, binary.scores[item]);
    }
  }
  return {
    calibrated: { truths: binary.truths, scores },
    calibrator: fitCalibrator(kind, binary),
  };
}
