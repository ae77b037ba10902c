import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { assignFolds, splitFold } from '#core/evaluation/folds/assign-folds.ts';
import { noteFoldItems } from '#core/evaluation/folds/fold-items.ts';
import { adjustHolm } from './adjust-holm.ts';
import { correctedResampledTTest } from './corrected-resampled-t-test.ts';
import { meanInterval } from './mean-interval.ts';
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';

/**
 * How often a test cries wolf where there is no difference. Seeded, so each rate is always the same
 * number; the bounds leave three standard errors around what theory promises.
 */
const trials = 4000;
const standardErrors = (rate: number) => 3 * Math.sqrt((rate * (1 - rate)) / trials);

function rateOf(happens: (random: RandomStream) => boolean): number {
  const random = new RandomStream(2003, 'false positives');
  let count = 0;
  for (let trial = 0; trial < trials; trial++) count += Number(happens(random));
  return count / trials;
}

const normals = (random: RandomStream, size: number) =>
  Array.from({ length: size }, () => random.normal());

describe('false positives at 5 %', () => {
  it("Wilcoxon's exact test keeps its exact level: 50/1024 with 10 pairs", () => {
    // P(W ≤ 8) = 25/1024 on either side; W ≤ 9 would be above 5 %.
    const level = 50 / 1024;
    const rate = rateOf((random) => wilcoxonSignedRank(normals(random, 10)).p <= 0.05);
    expect(Math.abs(rate - level)).toBeLessThan(standardErrors(level));
  });

  it("Wilcoxon's exact test stays below 5 % with ties and zeros", () => {
    const rate = rateOf((random) => {
      const differences = normals(random, 10).map((value) => Math.round(value * 2));
      return wilcoxonSignedRank(differences).p <= 0.05;
    });
    expect(rate).toBeLessThan(0.05 + standardErrors(0.05));
  });

  it("Holm's p keeps the chance of any false positive among four comparisons at 5 %", () => {
    const anyBelow = (ps: number[]) => ps.some((p) => p <= 0.05);
    const four = (random: RandomStream) =>
      Array.from({ length: 4 }, () => wilcoxonSignedRank(normals(random, 12)).p);
    expect(rateOf((random) => anyBelow(four(random)))).toBeGreaterThan(0.15);
    expect(rateOf((random) => anyBelow(adjustHolm(four(random))))).toBeLessThan(
      0.05 + standardErrors(0.05),
    );
  });

  it('a 95 % interval covers the true mean in 95 % of samples', () => {
    const rate = rateOf((random) => {
      const { lower, upper } = meanInterval(normals(random, 10));
      return lower! <= 0 && upper! >= 0;
    });
    expect(Math.abs(rate - 0.95)).toBeLessThan(standardErrors(0.05));
  });

  it('the corrected t-test holds 5 % where folds share training data, the plain one does not', () => {
    // Nadeau and Bengio's model: differences of all folds correlate by the test fraction.
    const correlated = (random: RandomStream) => {
      const shared = random.normal() * Math.sqrt(0.1);
      return normals(random, 10).map((value) => shared + value * Math.sqrt(0.9));
    };
    const rate = (testFraction: number) =>
      rateOf(
        (random) => (correctedResampledTTest(correlated(random), { testFraction }).p ?? 1) <= 0.05,
      );
    expect(Math.abs(rate(0.1) - 0.05)).toBeLessThan(standardErrors(0.05));
    expect(rate(0)).toBeGreaterThan(0.1);
  });

  it('cross-validating two equally good classifiers rarely shows a difference', () => {
    const rate = (testFraction: number) => {
      const random = new RandomStream(52, 'cross-validation');
      let count = 0;
      for (let trial = 0; trial < 400; trial++) {
        const differences = crossValidateTwins(random);
        const { p } = correctedResampledTTest(differences, { testFraction });
        count += Number((p ?? 1) <= 0.05);
      }
      return count / 400;
    };
    expect(rate(0.1)).toBeLessThan(0.05);
    expect(rate(0)).toBeGreaterThan(rate(0.1));
  });
});

/** Differences in accuracy per fold of two nearest-mean classifiers, each on its own noisy feature. */
function crossValidateTwins(random: RandomStream): number[] {
  const classes = Array.from({ length: 60 }, (_, index) => index % 2);
  const features = [0, 1].map(() => classes.map((label) => label + random.normal()));
  const items = noteFoldItems(classes.map((label) => ({ label: String(label), groupId: null })));
  const folds = assignFolds(items, { kind: 'classification', foldCount: 10, random });
  return Array.from({ length: 10 }, (_, fold) => {
    const { train, test } = splitFold(folds, fold);
    const [a, b] = features.map((feature) => {
      const means = [0, 1].map((label) => {
        const own = [...train].filter((index) => classes[index] === label);
        return own.reduce((sum, index) => sum + feature[index], 0) / own.length;
      });
      const right = test.filter((index) => {
        const [toFirst, toSecond] = means.map((mean) => Math.abs(feature[index] - mean));
        return classes[index] === Number(toSecond < toFirst);
      });
      return right.length / test.length;
    });
    return a - b;
  });
}
