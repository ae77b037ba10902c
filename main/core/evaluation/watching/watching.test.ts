import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { compareShares, type Share } from './compare-shares.ts';
import { countBounds, type ReadStratum } from './count-bounds.ts';
import { comparePrevalence, estimatePrevalence } from './estimate-prevalence.ts';
import { judgeTests } from './judge-tests.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { meanDiscrepancy } from './mean-discrepancy.ts';
import { compareMeans } from './permutations.ts';

interface TwoSamples<Item> {
  readonly first: Item;
  readonly second: Item;
}
const reference = JSON.parse(readFileSync('test/fixtures/evaluation/watching.json', 'utf8')) as {
  kolmogorovSmirnov: (TwoSamples<number[]> & { distance: number; p: number })[];
  fisher: (TwoSamples<Share> & { p: number })[];
  meanDiscrepancy: (TwoSamples<number[][]> & {
    discrepancy: number;
    width: number;
    enumerated: number | null;
  })[];
  prevalence: {
    probabilities: number[];
    prior: number;
    value: number;
    lower: number;
    upper: number;
  }[];
  countBounds: { stratum: ReadStratum; lower: number; upper: number }[];
};

const relative = (actual: number, expected: number) =>
  Math.abs(actual - expected) / Math.max(expected, 1e-300);

describe('Statistics of watching equal SciPy', () => {
  it('Kolmogorov and Smirnov, exact, with and without ties, far into the tail', () => {
    for (const { first, second, distance, p } of reference.kolmogorovSmirnov) {
      const result = kolmogorovSmirnov(first, second);
      expect(result.distance).toBeCloseTo(distance, 12);
      expect(relative(result.p, p)).toBeLessThan(1e-9);
    }
    expect(Math.min(...reference.kolmogorovSmirnov.map(({ p }) => p))).toBeLessThan(1e-20);
  });

  it("Fisher's exact test", () => {
    for (const { first, second, p } of reference.fisher) {
      expect(relative(compareShares(first, second), p)).toBeLessThan(1e-8);
    }
    expect(compareShares({ count: 0, total: 0 }, { count: 3, total: 9 })).toBe(1);
  });

  it('exact bounds of a number of positives in a stratum that was read in part', () => {
    for (const { stratum, ...bounds } of reference.countBounds) {
      expect(countBounds(stratum)).toMatchObject(bounds);
    }
    expect(countBounds({ total: 9, read: 0, positives: 0 })).toMatchObject({ lower: 0, upper: 9 });
  });
});

describe('Statistics of watching equal NumPy', () => {
  it('MMD² and its width, and p the share of all divisions', () => {
    for (const { first, second, ...expected } of reference.meanDiscrepancy) {
      const random = new RandomStream(1, 'divisions');
      const permutations = expected.enumerated === null ? 9 : 20_000;
      const result = meanDiscrepancy(first, second, { random, permutations });
      expect(result.discrepancy).toBeCloseTo(expected.discrepancy, 10);
      expect(result.width).toBeCloseTo(expected.width, 10);
      // Four standard errors of 20,000 divisions.
      if (expected.enumerated !== null) {
        expect(Math.abs(result.p - expected.enumerated)).toBeLessThan(0.014);
      }
    }
  });

  it('the prevalence to which EM goes, and where the likelihood falls', () => {
    for (const { probabilities, prior, ...expected } of reference.prevalence) {
      const { value, lower, upper } = estimatePrevalence(probabilities, prior);
      expect(value).toBeCloseTo(expected.value, 8);
      expect(lower).toBeCloseTo(expected.lower, 8);
      expect(upper).toBeCloseTo(expected.upper, 8);
    }
  });
});

describe('A difference', () => {
  const random = () => new RandomStream(7, 'difference');

  it('between vectors, means and prevalences is seen, and none where there is none', () => {
    const draw = (stream: RandomStream, count: number, shift: number) =>
      Array.from({ length: count }, () => stream.normal() + shift);
    const stream = random();
    const [first, same, other] = [draw(stream, 80, 0), draw(stream, 80, 0), draw(stream, 80, 0.8)];
    const vectors = (values: readonly number[]) => values.map((value) => [value, 1]);
    const discrepancy = (values: readonly number[]) =>
      meanDiscrepancy(vectors(first), vectors(values), { random: random() }).p;
    expect([discrepancy(other), discrepancy(same) > 0.05]).toEqual([0.001, true]);
    expect(compareMeans(first, other, { random: random() })).toBe(0.001);
    expect(compareMeans(first, same, { random: random() })).toBeGreaterThan(0.05);
    const probability = (values: readonly number[]) => values.map((v) => 1 / (1 + Math.exp(-v)));
    const prevalence = (values: readonly number[]) =>
      comparePrevalence(probability(first), probability(values), { prior: 0.5, random: random() });
    expect([prevalence(other), prevalence(same) > 0.05]).toEqual([0.001, true]);
  });

  it('of equal vectors is none', () => {
    const equal = [[1], [1], [1]];
    expect(meanDiscrepancy(equal, equal, { random: random() })).toMatchObject({
      ...{ discrepancy: 0, p: 1 },
    });
  });
});

describe('Tests of a period', () => {
  it('give an alarm by Holm over those that could be made', () => {
    const judged = judgeTests(
      [
        { name: 'a', p: 0.02 },
        { name: 'b', p: null },
        { name: 'c', p: 0.01 },
        { name: 'd', p: 0.9 },
      ],
      0.03,
    );
    expect(judged.map(({ isAlarm }) => isAlarm)).toEqual([false, false, true, false]);
    expect(judged.map(({ adjustedP }) => adjustedP)).toEqual([0.04, null, 0.03, 0.9]);
  });
});
