import type { Calibrator } from '#core/domain/screening-rule.ts';
import { logOdds, sigmoid } from '#core/evaluation/probabilities/log-odds.ts';

export type CalibratorKind = Calibrator['kind'];

/** The calibrated probability, from 0 to 1, of a probability that the model gave. */
export function applyCalibrator(calibrator: Calibrator, score: number): number {
  switch (calibrator.kind) {
    case 'temperature':
      return sigmoid(logOdds(score) / calibrator.temperature);
    case 'platt':
      return sigmoid(calibrator.slope * logOdds(score) + calibrator.intercept);
    case 'isotonic':
      return interpolate(calibrator.scores, calibrator.values, score);
  }
}

function interpolate(scores: readonly number[], values: readonly number[], score: number): number {
  const next = scores.findIndex((each) => each >= score);
  if (next < 0) return values[values.length - 1];
  if (next === 0 || scores[next] === score) return values[next];
  const share = (score - scores[next - 1]) / (scores[next] - scores[next - 1]);
  return values[next - 1] + share * (values[next] - values[next - 1]);
}
