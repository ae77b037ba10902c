import type { Interval } from '#core/evaluation/intervals/interval.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { normalQuantile } from '#core/evaluation/statistics/normal-quantile.ts';
import { logOdds } from './log-odds.ts';
import { fitLogistic } from './logistic-regression.ts';

/** A coefficient with its interval, as if items did not depend on each other. */
export interface Coefficient {
  readonly value: number;
  readonly interval: Interval;
}

/**
 * Cox's recalibration, "Two further applications of a model for binary regression", Biometrika 45
 * (1958), as Van Calster et al. (BMC Medicine 17:230, 2019) ask for it. Each is null where no finite
 * estimate exists: one class only, constant scores, or scores that separate the classes.
 */
export interface Recalibration {
  /**
   * Calibration in the large, in log odds: the intercept beside the log odds as offset. 0 is right;
   * below 0 probabilities are too high.
   */
  readonly intercept: Coefficient | null;
  /** The slope on the log odds. 1 is right; below 1 probabilities are too extreme. */
  readonly slope: Coefficient | null;
}

/** Calibration intercept and slope of the probabilities of one class, with Wald's intervals. */
export function calibrationSlope(
  { truths, scores }: BinaryScores,
  confidence = 0.95,
): Recalibration {
  const odds = scores.map(logOdds);
  const reach = normalQuantile((1 + confidence) / 2);
  const coefficient = (value: number, error: number): Coefficient => ({
    value,
    interval: {
      lower: value - reach * error,
      upper: value + reach * error,
      confidence,
      method: 'wald',
    },
  });
  const large = fitLogistic({ predictor: null, targets: truths, offset: odds });
  const sloped = fitLogistic({ predictor: odds, targets: truths });
  return {
    intercept: large && coefficient(large.intercept, large.interceptError),
    slope: sloped && coefficient(sloped.slope, sloped.slopeError),
  };
}
