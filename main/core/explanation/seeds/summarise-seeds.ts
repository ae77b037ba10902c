import { meanInterval, type MeanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import { chooseWords } from '../lime/choose-words.ts';
import { fitOnWords, type Surrogate } from '../lime/fit-surrogate.ts';
import type { WeightedMoments } from '../lime/weighted-moments.ts';

/** What chance makes of an explanation: the same, from neighbours drawn with other seeds. */
export interface SeededExplanation {
  /** Of the first seed: what LIME alone would say. */
  readonly surrogate: Surrogate;
  readonly words: readonly SeededWord[];
  /** Mean over pairs of seeds of what their first words share (Jaccard); null for one seed. */
  readonly overlap: number | null;
  /** The smallest R² of all seeds; null where one has none. */
  readonly lowestR2: number | null;
}

/** A word of the explanation; its coefficient over seeds, each fitted on the words of the first. */
export interface SeededWord extends MeanInterval {
  readonly word: number;
  readonly value: number;
  /** In how many seeds it was chosen. */
  readonly chosenIn: number;
}

/** So many of the first words are compared between seeds. */
export const comparedWords = 5;

/**
 * How far an explanation hangs on the neighbours that were drawn: intervals by Student's t over
 * seeds, and the overlap of the words that stand first (Visani and others 2020, arXiv 2001.11757,
 * call them stability of coefficients and of variables). `seeds` holds at least one.
 */
export function summariseSeeds(
  seeds: readonly WeightedMoments[],
  featureCount: number,
): SeededExplanation {
  const chosen = seeds.map((moments) => chooseWords(moments, featureCount));
  const fits = seeds.map((moments) => fitOnWords(moments, chosen[0]));
  const valueIn = ({ coefficients }: Surrogate, word: number) =>
    coefficients.find((each) => each.word === word)?.value ?? 0;
  const words = fits[0].coefficients.map(({ word, value }) => ({
    word,
    value,
    chosenIn: chosen.filter((ofSeed) => ofSeed.includes(word)).length,
    ...meanInterval(fits.map((fit) => valueIn(fit, word))),
  }));
  const firsts = seeds.map((moments, seed) =>
    fitOnWords(moments, chosen[seed])
      .coefficients.slice(0, comparedWords)
      .map(({ word }) => word),
  );
  const fitted = fits.map(({ r2 }) => r2);
  const lowestR2 = fitted.reduce((low, r2) =>
    low === null || r2 === null ? null : Math.min(low, r2),
  );
  return { surrogate: fits[0], words, overlap: meanOverlap(firsts), lowestR2 };
}

function meanOverlap(sets: readonly (readonly number[])[]): number | null {
  const overlaps = sets.flatMap((one, index) =>
    sets.slice(index + 1).map((other) => {
      const common = one.filter((word) => other.includes(word)).length;
      return common / (one.length + other.length - common);
    }),
  );
  if (overlaps.length === 0) return null;
  return overlaps.reduce((sum, overlap) => sum + overlap, 0) / overlaps.length;
}
