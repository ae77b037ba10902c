import { countBounds, type CountBounds, type ReadStratum } from './count-bounds.ts';

/** What people found among the alerts, and among others that were drawn at random for them to read. */
export interface ReadSample {
  /** Alerts; those that were looked at count as drawn at random. */
  readonly alerts: ReadStratum;
  /** The others, stratum by stratum. */
  readonly others: readonly ReadStratum[];
}

export interface SampledSensitivity {
  /** Null where nobody found a positive. */
  readonly value: number | null;
  readonly lower: number;
  readonly upper: number;
  /** Positives among the others. */
  readonly missed: CountBounds;
}

/**
 * Sensitivity TP/(TP + FN) of all items, estimated from a sample. The positives of each stratum are
 * counted up to its size (Cochran, Sampling Techniques, 1977, 5.3); the exact bounds of the strata are
 * joined by MOVER (Zou and Donner, Statistics in Medicine 27, 2008): the distances from the estimates add
 * up as squares. The bounds of alerts and others are then taken together at their worst, so that the
 * interval is exact where all alerts were looked at, and wide rather than narrow where not.
 */
export function sensitivityOfSample(
  { alerts, others }: ReadSample,
  confidence = 0.95,
): SampledSensitivity {
  const found = countBounds(alerts, confidence);
  const missed = addBounds(others.map((stratum) => countBounds(stratum, confidence)));
  const all = found.value + missed.value;
  return {
    value: all === 0 ? null : found.value / all,
    lower: share(found.lower, missed.upper, 0),
    upper: share(found.upper, missed.lower, 1),
    missed,
  };
}

/**
 * One-sided p of the sensitivity being at least what is claimed: the smallest tail at which the interval
 * lies below the claim, to 1e-6; 1 where no interval does.
 */
export function pOfClaim(sample: ReadSample, claimed: number): number {
  const isBelow = (tail: number) => sensitivityOfSample(sample, 1 - 2 * tail).upper < claimed;
  let [below, above] = [0, 0.5];
  if (!isBelow(above)) return 1;
  while (above - below > 1e-6) {
    const middle = (below + above) / 2;
    if (isBelow(middle)) above = middle;
    else below = middle;
  }
  return above;
}

function share(found: number, missed: number, ofNothing: number): number {
  return found + missed === 0 ? ofNothing : found / (found + missed);
}

function addBounds(strata: readonly CountBounds[]): CountBounds {
  const sum = (of: (bounds: CountBounds) => number) =>
    strata.reduce((total, bounds) => total + of(bounds), 0);
  const value = sum((bounds) => bounds.value);
  return {
    value,
    lower: Math.max(0, value - Math.sqrt(sum(({ value: v, lower }) => (v - lower) ** 2))),
    upper: value + Math.sqrt(sum(({ value: v, upper }) => (upper - v) ** 2)),
  };
}
