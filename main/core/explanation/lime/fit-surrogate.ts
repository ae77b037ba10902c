import { chooseWords } from './choose-words.ts';
import { fitRidge } from './fit-ridge.ts';
import type { WeightedMoments } from './weighted-moments.ts';

/** A linear model that says near one text about what the classifier says. */
export interface Surrogate {
  /** The largest first: how much a word adds to the probability by standing there. */
  readonly coefficients: readonly { readonly word: number; readonly value: number }[];
  readonly intercept: number;
  /** What it says of the text itself. */
  readonly ofText: number;
  /** Weighted R² over the neighbours; null where the classifier says the same of all of them. */
  readonly r2: number | null;
}

const penalty = 1;

/**
 * The linear model of LIME (Ribeiro, Singh and Guestrin 2016, arXiv 1602.04938), as
 * `explain_instance_with_data` of lime 0.2.0.1 fits it.
 */
export function fitSurrogate(moments: WeightedMoments, featureCount: number): Surrogate {
  return fitOnWords(moments, chooseWords(moments, featureCount));
}

/** The same on words that were chosen before. */
export function fitOnWords(moments: WeightedMoments, chosen: readonly number[]): Surrogate {
  const { coefficients, intercept, r2 } = fitRidge(moments, chosen, penalty);
  const named = chosen.map((word, place) => ({ word, value: coefficients[place] }));
  named.sort((one, other) => Math.abs(other.value) - Math.abs(one.value));
  const ofText = named.reduce((sum, { value }) => sum + value, intercept);
  return { coefficients: named, intercept, ofText, r2 };
}
