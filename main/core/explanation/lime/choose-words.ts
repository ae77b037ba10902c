import { fitRidge } from './fit-ridge.ts';
import type { WeightedMoments } from './weighted-moments.ts';

/** Up to so many words are chosen one by one, as lime's `auto` does. */
const mostByForwardSelection = 6;

const penaltyOfRanking = 0.01;

/** [words] coefficients of the fit on all words, by which lime ranks them. */
export function weighAllWords(moments: WeightedMoments): Float64Array {
  return fitRidge(moments, allWords(moments), penaltyOfRanking).coefficients;
}

/**
 * The words that an explanation speaks of. Up to six by forward selection: each time the word with
 * which the plain weighted fit has the largest R². More: those whose coefficients in a fit on all
 * words, with a penalty of 0.01, are the largest (`feature_selection` of lime_base.py).
 */
export function chooseWords(moments: WeightedMoments, count: number): number[] {
  return count > mostByForwardSelection
    ? chooseLargest(moments, count)
    : selectForward(moments, count);
}

function chooseLargest(moments: WeightedMoments, count: number): number[] {
  const weights = weighAllWords(moments);
  return allWords(moments)
    .sort((one, other) => Math.abs(weights[other]) - Math.abs(weights[one]))
    .slice(0, count);
}

function selectForward(moments: WeightedMoments, count: number): number[] {
  const chosen: number[] = [];
  const left = new Set(allWords(moments));
  while (chosen.length < count && left.size > 0) {
    let best = { word: -1, r2: -Infinity };
    for (const word of left) {
      const r2 = fitRidge(moments, [...chosen, word], 0).r2 ?? 0;
      if (r2 > best.r2) best = { word, r2 };
    }
    chosen.push(best.word);
    left.delete(best.word);
  }
  return chosen;
}

function allWords({ words }: WeightedMoments): number[] {
  return Array.from({ length: words }, (_, word) => word);
}
