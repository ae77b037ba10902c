import { sigmoid } from './log-odds.ts';

export interface LogisticInput {
  /** [items] the one predictor; null fits the intercept alone. */
  readonly predictor: Float64Array | null;
  /** [items] from 0 to 1, usually 0 or 1. */
  readonly targets: ArrayLike<number>;
  /** [items] what is added to the linear predictor with a coefficient of 1. */
  readonly offset?: Float64Array;
}

export interface LogisticFit {
  readonly intercept: number;
  readonly slope: number;
  /** Standard errors by the inverse of the information; that of the slope is 0 without a predictor. */
  readonly interceptError: number;
  readonly slopeError: number;
}

/** Near its top the likelihood is flat to all its digits, where the step still leads on. */
const noise = 1e-12;

/**
 * Logistic regression by maximum likelihood: Newton's method with halved steps (McCullagh and Nelder
 * 1989, chapter 4). Null where no finite estimate exists: constant predictor, targets of one kind
 * without a spread, or a predictor that separates them (Albert and Anderson, Biometrika 71, 1984).
 */
export function fitLogistic(input: LogisticInput): LogisticFit | null {
  if (!hasFiniteEstimate(input)) return null;
  let fit: Coefficients = { intercept: 0, slope: 0 };
  let best = logLikelihood(input, fit);
  let lastSize = Infinity;
  for (let round = 0; round < 200; round++) {
    const { step, errors } = newtonStep(input, fit);
    if (!Number.isFinite(step.intercept) || !Number.isFinite(step.slope)) return null;
    const { next, likelihood, size } = climb(input, fit, step, best);
    // Steps shrink by squares until they are rounding noise.
    if (size <= 1e-13 || (size <= 1e-6 && size >= lastSize / 2)) return { ...fit, ...errors };
    fit = next;
    best = likelihood;
    lastSize = size;
  }
  return null;
}

/** The whole step, or the largest half of a half that does not lead down. */
function climb(input: LogisticInput, from: Coefficients, step: Coefficients, best: number) {
  const length = Math.max(Math.abs(step.intercept), Math.abs(step.slope));
  const scale = 1 + Math.max(Math.abs(from.intercept), Math.abs(from.slope));
  for (let share = 1; ; share /= 2) {
    const next = move(from, step, share);
    const likelihood = logLikelihood(input, next);
    const size = (share * length) / scale;
    if (likelihood >= best - noise * (1 + Math.abs(best)) || size <= 1e-13) {
      return { next, likelihood, size };
    }
  }
}

interface Coefficients {
  readonly intercept: number;
  readonly slope: number;
}

function move(from: Coefficients, step: Coefficients, share: number): Coefficients {
  return {
    intercept: from.intercept + share * step.intercept,
    slope: from.slope + share * step.slope,
  };
}

function linear({ predictor, offset }: LogisticInput, fit: Coefficients, item: number): number {
  return fit.intercept + fit.slope * (predictor?.[item] ?? 0) + (offset?.[item] ?? 0);
}

/** Σ y·z − ln(1 + eᶻ), in the form that does not overflow. */
function logLikelihood(input: LogisticInput, fit: Coefficients): number {
  let sum = 0;
  for (let item = 0; item < input.targets.length; item++) {
    const z = linear(input, fit, item);
    sum += input.targets[item] * z - Math.max(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
  }
  return sum;
}

function newtonStep(input: LogisticInput, fit: Coefficients) {
  const { predictor, targets } = input;
  let [gradient0, gradient1, h00, h01, h11] = [0, 0, 0, 0, 0];
  for (let item = 0; item < targets.length; item++) {
    const p = sigmoid(linear(input, fit, item));
    const x = predictor?.[item] ?? 0;
    const weight = p * (1 - p);
    gradient0 += targets[item] - p;
    gradient1 += (targets[item] - p) * x;
    h00 += weight;
    h01 += weight * x;
    h11 += weight * x * x;
  }
  if (predictor === null) {
    const errors = { interceptError: Math.sqrt(1 / h00), slopeError: 0 };
    return { step: { intercept: gradient0 / h00, slope: 0 }, errors };
  }
  const determinant = h00 * h11 - h01 * h01;
  return {
    step: {
      intercept: (h11 * gradient0 - h01 * gradient1) / determinant,
      slope: (h00 * gradient1 - h01 * gradient0) / determinant,
    },
    errors: {
      interceptError: Math.sqrt(h11 / determinant),
      slopeError: Math.sqrt(h00 / determinant),
    },
  };
}

/** Whether some item of each kind lies on the wrong side of every item of the other. */
function hasFiniteEstimate({ predictor, targets }: LogisticInput): boolean {
  // A target strictly between 0 and 1 speaks for both sides.
  const lows = [Infinity, Infinity];
  const highs = [-Infinity, -Infinity];
  for (let item = 0; item < targets.length; item++) {
    const x = predictor?.[item] ?? item;
    for (const kind of [0, 1]) {
      if (targets[item] === 1 - kind) continue;
      lows[kind] = Math.min(lows[kind], x);
      highs[kind] = Math.max(highs[kind], x);
    }
  }
  if (lows[0] === Infinity || lows[1] === Infinity) return false;
  return predictor === null || (highs[0] > lows[1] && highs[1] > lows[0]);
}
