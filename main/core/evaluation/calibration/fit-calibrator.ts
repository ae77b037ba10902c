import type { Calibrator } from '#core/domain/screening-rule.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import type { CalibratorKind } from './calibrator.ts';
import { fitIsotonic } from './fit-isotonic.ts';
import { fitPlatt } from './fit-platt.ts';
import { fitTemperature } from './fit-temperature.ts';

const fits = {
  temperature: fitTemperature,
  platt: fitPlatt,
  isotonic: fitIsotonic,
} satisfies Record<CalibratorKind, (binary: BinaryScores) => Calibrator>;

/** Fits a calibrator of this kind; throws `evaluation.too-few-notes` for isotonic regression. */
export function fitCalibrator(kind: CalibratorKind, binary: BinaryScores): Calibrator {
  return fits[kind](binary);
}
