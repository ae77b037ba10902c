import type { Masks } from './draw-masks.ts';

/** All that a weighted linear fit needs of its data: sums over samples, of centred values. */
export interface WeightedMoments {
  readonly words: number;
  /** [words] weighted mean of each column. */
  readonly means: Float64Array;
  /** [words × words] Σ w (x − x̄)(x − x̄)ᵀ */
  readonly products: Float64Array;
  readonly outcomeMean: number;
  /** [words] Σ w (x − x̄)(y − ȳ) */
  readonly outcomeProducts: Float64Array;
  /** Σ w (y − ȳ)² */
  readonly outcomeSquares: number;
}

/** In one pass over the words that stand, since each value is 0 or 1. */
export function weightedMoments(
  { samples, words, isKept }: Masks,
  weights: Float64Array,
  outcomes: Float64Array,
): WeightedMoments {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let outcomeMean = 0;
  for (let sample = 0; sample < samples; sample++) {
    outcomeMean += (weights[sample] / total) * outcomes[sample];
  }
  const sums = new Float64Array(words);
  const products = new Float64Array(words * words);
  const outcomeProducts = new Float64Array(words);
  let outcomeSquares = 0;
  const standing = new Int32Array(words);
  for (let sample = 0; sample < samples; sample++) {
    const weight = weights[sample];
    const outcome = outcomes[sample] - outcomeMean;
    outcomeSquares += weight * outcome * outcome;
    let count = 0;
    for (let word = 0; word < words; word++) {
      if (isKept[sample * words + word] === 1) standing[count++] = word;
    }
    for (let one = 0; one < count; one++) {
      const word = standing[one];
      sums[word] += weight;
      outcomeProducts[word] += weight * outcome;
      const row = word * words;
      for (let other = one; other < count; other++) products[row + standing[other]] += weight;
    }
  }
  // Σ w (y − ȳ) is 0, so that the outcomes' products are centred already.
  for (let one = 0; one < words; one++) {
    for (let other = one; other < words; other++) {
      const centred = products[one * words + other] - (sums[one] * sums[other]) / total;
      products[one * words + other] = centred;
      products[other * words + one] = centred;
    }
  }
  const means = sums.map((sum) => sum / total);
  return { words, means, products, outcomeMean, outcomeProducts, outcomeSquares };
}
