import type { RandomStream } from '#core/base/random-stream.ts';
import { compareMeans } from './permutations.ts';

/** Which share of new items is positive, as calibrated probabilities have it, with its 95 % interval. */
export interface Prevalence {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Half of the 95 % quantile of χ² with one degree of freedom. */
const halfOfCritical = 3.841458820694124 / 2;
/** A calibrated probability of 0 or 1 would let one note decide. */
const leastProbability = 1e-9;

/**
 * The prevalence among items of which only probabilities are known that were calibrated where the share
 * `prior` was positive: the value that makes them likeliest, to which the EM algorithm of Saerens,
 * Latinne and Decaestecker (Neural Computation 14, 2002) goes too; the likelihood has one peak, which is
 * found by halving. The interval is where it falls by no more than χ²₀.₉₅/2. It holds where positives and
 * negatives are each as they were when the probabilities were calibrated, and only their shares changed.
 */
export function estimatePrevalence(probabilities: readonly number[], prior: number): Prevalence {
  const ratios = likelihoodRatios(probabilities, prior);
  const value = peakOf(ratios);
  const least = logLikelihoodAt(ratios, value) - halfOfCritical;
  return {
    value,
    lower: halve(0, value, (share) => logLikelihoodAt(ratios, share) < least),
    upper: halve(value, 1, (share) => logLikelihoodAt(ratios, share) >= least),
  };
}

/**
 * Two-sided p of two samples having one prevalence: the slope of the likelihood at the prevalence that
 * they have together (Rao's score), item by item, whose mean in the two is compared by permutation, so
 * that p holds where the calibration does not.
 */
export function comparePrevalence(
  first: readonly number[],
  second: readonly number[],
  options: { prior: number; random: RandomStream; permutations?: number },
): number {
  const { prior } = options;
  const together = likelihoodRatios([...first, ...second], prior);
  const share = peakOf(together);
  const scores = [...together].map((ratio) => scoreOf(ratio, share));
  return compareMeans(scores.slice(0, first.length), scores.slice(first.length), options);
}

/** How much likelier each item is among positives than among negatives. */
function likelihoodRatios(probabilities: readonly number[], prior: number): Float64Array {
  return Float64Array.from(probabilities, (probability) => {
    const p = Math.min(1 - leastProbability, Math.max(leastProbability, probability));
    return (p / (1 - p)) * ((1 - prior) / prior);
  });
}

/** Where the likelihood is highest: its slope falls from 0 to 1. */
function peakOf(ratios: Float64Array): number {
  return halve(0, 1, (share) => slopeAt(ratios, share) > 0);
}

function scoreOf(ratio: number, share: number): number {
  return (ratio - 1) / (share * ratio + 1 - share);
}

function slopeAt(ratios: Float64Array, share: number): number {
  let sum = 0;
  for (const ratio of ratios) sum += scoreOf(ratio, share);
  return sum;
}

function logLikelihoodAt(ratios: Float64Array, share: number): number {
  let sum = 0;
  for (const ratio of ratios) sum += Math.log(share * ratio + 1 - share);
  return sum;
}

/** Where a condition that holds from `from` on ceases, to 1e-12; an end where it never or always holds. */
function halve(from: number, to: number, holds: (share: number) => boolean): number {
  let [below, above] = [from, to];
  for (let round = 0; round < 40; round++) {
    const middle = (below + above) / 2;
    if (holds(middle)) below = middle;
    else above = middle;
  }
  if (below === from) return from;
  return above === to ? to : (below + above) / 2;
}
