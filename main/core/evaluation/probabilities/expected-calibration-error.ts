import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { calibrationCurve, type Binning } from './calibration-curve.ts';

/**
 * Σ (nᵦ/n)·|observedᵦ − predictedᵦ| over the bins of the calibration curve: Naeini, Cooper and
 * Hauskrecht, AAAI 2015. From 0 to 1, a probability; null without items. Of P(class), not of the
 * confidence in whatever class was predicted.
 */
export function expectedCalibrationError(
  binary: BinaryScores,
  binning: Binning = 'equal-mass',
  binCount?: number,
): number | null {
  const bins = calibrationCurve(binary, binning, binCount);
  if (bins.length === 0) return null;
  const total = binary.truths.length;
  return bins.reduce(
    (sum, { count, observed, predicted }) => sum + (count / total) * Math.abs(observed - predicted),
    0,
  );
}
