import { logOdds, sigmoid } from '#core/evaluation/probabilities/log-odds.ts';

/**
 * What turns the probability that a model gave one class into a calibrated one. Plain data, which is
 * kept as JSON beside the model and applied by `applyCalibrator`. All of them rise, so that no order
 * is turned round; isotonic regression makes ties. The list is closed.
 */
export type Calibrator =
  /** σ(z/T), z the log odds: Guo et al., "On calibration of modern neural networks", ICML 2017. */
  | { readonly kind: 'temperature'; readonly temperature: number }
  /** σ(slope·z + intercept): Platt 1999. */
  | { readonly kind: 'platt'; readonly slope: number; readonly intercept: number }
  /**
   * Straight lines between points (Zadrozny and Elkan, KDD 2002), the end values beyond them; both
   * lists rise and are equally long.
   */
  | {
      readonly kind: 'isotonic';
      readonly scores: readonly number[];
      readonly values: readonly number[];
    };

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
