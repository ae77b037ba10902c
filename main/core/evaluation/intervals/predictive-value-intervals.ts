import type { Interval } from './interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** How a test did, and on how many: counts may be effective ones, where items depend on each other. */
export interface TestCounts {
  /** Share of the positives that alert, from 0 to 1. */
  readonly sensitivity: number;
  readonly positives: number;
  /** Share of the negatives that do not alert, from 0 to 1. */
  readonly specificity: number;
  readonly negatives: number;
}

export interface PredictiveValueIntervals {
  readonly ppv: Interval;
  readonly npv: Interval;
  /** Of 1,000 notes. */
  readonly alertsPerThousand: Interval;
}

/** A share between the ends of its interval. */
interface Share {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Intervals of PPV, NPV and alerts at a stated prevalence, which is taken as known: Wilson’s intervals
 * of the two shares that they are made of, put together by the method of variance estimates recovery,
 * of a sum (Zou and Donner, Statistics in Medicine 27, 2008) and of a ratio (Newcombe, Statistical
 * Methods in Medical Research 25, 2016), since PPV is 1/(1 + (1 − π)/π · (1 − Sp)/Se) and NPV alike. It
 * needs no correction for shares of 0 and 1; where positives or negatives are none, it says nothing.
 */
export function predictiveValueIntervals(
  { sensitivity, positives, specificity, negatives }: TestCounts,
  prevalence: number,
  confidence = 0.95,
): PredictiveValueIntervals {
  const found = shareOf(sensitivity, positives, confidence);
  const cleared = shareOf(specificity, negatives, confidence);
  const [missed, falseAlerts] = [complement(found), complement(cleared)];
  const odds = prevalence / (1 - prevalence);
  const interval = ([lower, upper]: readonly [number, number]): Interval => ({
    lower,
    upper,
    confidence,
    method: 'mover',
  });
  return {
    ppv: interval(predictiveLimits(falseAlerts, found, odds)),
    npv: interval(predictiveLimits(missed, cleared, 1 / odds)),
    alertsPerThousand: interval(alertLimits(found, falseAlerts, prevalence)),
  };
}

function shareOf(value: number, count: number, confidence: number): Share {
  const { lower, upper } = wilsonInterval(value * count, count, confidence);
  // Rounding must not leave the value outside.
  return { value, lower: Math.min(lower, value), upper: Math.max(upper, value) };
}

function complement({ value, lower, upper }: Share): Share {
  return { value: 1 - value, lower: 1 - upper, upper: 1 - lower };
}

/** 1/(1 + ratio/odds), which falls as the ratio of wrong to right rises. */
function predictiveLimits(wrong: Share, right: Share, odds: number): [number, number] {
  const [lower, upper] = ratioLimits(wrong, right);
  return [1 / (1 + upper / odds), 1 / (1 + lower / odds)];
}

/** Limits of a/b, from 0 to infinity. */
function ratioLimits(a: Share, b: Share): [number, number] {
  const product = a.value * b.value;
  // θ² − (θ − limit)²: how far a limit lets its value vary.
  const room = ({ value }: Share, limit: number) => limit * (2 * value - limit);
  const root = (of: number) => Math.sqrt(Math.max(0, product * product - of));
  const [low, high] = [room(a, a.lower), room(a, a.upper)];
  const [divisorHigh, divisorLow] = [room(b, b.upper), room(b, b.lower)];
  return [
    low <= 0 ? 0 : low / (product + root(low * divisorHigh)),
    divisorLow <= 0 ? Infinity : (product + root(high * divisorLow)) / divisorLow,
  ];
}

function alertLimits(found: Share, falseAlerts: Share, prevalence: number): [number, number] {
  const alerts = prevalence * found.value + (1 - prevalence) * falseAlerts.value;
  const reach = (end: 'lower' | 'upper') =>
    Math.hypot(
      prevalence * (found[end] - found.value),
      (1 - prevalence) * (falseAlerts[end] - falseAlerts.value),
    );
  return [1000 * Math.max(0, alerts - reach('lower')), 1000 * Math.min(1, alerts + reach('upper'))];
}
