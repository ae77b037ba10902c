import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import { applyCalibrator } from '#core/evaluation/calibration/calibrator.ts';
import type { ScreeningAnswer } from './prediction.ts';

/**
 * What a rule makes of the probabilities of a text: that of the class that is looked for, calibrated, and
 * on which side of the threshold it lies. Null where the model does not know the class.
 */
export function applyScreeningRule(
  rule: ScreeningRule,
  classes: readonly { readonly name: string; readonly probability: number }[],
): ScreeningAnswer | null {
  const given = classes.find(({ name }) => name === rule.label)?.probability;
  if (given === undefined) return null;
  const probability = rule.calibrator === null ? given : applyCalibrator(rule.calibrator, given);
  const threshold = rule.threshold?.probability ?? null;
  return {
    label: rule.label,
    probability,
    isCalibrated: rule.calibrator !== null,
    threshold,
    isAlert: threshold === null ? null : probability >= threshold,
  };
}
