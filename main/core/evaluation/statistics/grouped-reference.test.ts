import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bcaInterval, percentileInterval } from './bootstrap-interval.ts';
import { chiSquareUpperTail } from './chi-square.ts';
import { comparePairedPredictions } from './compare-paired-predictions.ts';
import { fUpperTail } from './f-distribution.ts';
import { friedmanTest } from './friedman.ts';
import { nemenyiTest } from './nemenyi.ts';
import { normalQuantile } from './normal-quantile.ts';
import { studentisedRangeCriticalValue, studentisedRangeUpperTail } from './studentised-range.ts';
import { testEquivalence } from './test-equivalence.ts';

type Ends = [lower: number, upper: number];
const reference = JSON.parse(readFileSync('test/fixtures/evaluation/tests.json', 'utf8')) as {
  normal: { p: number; z: number }[];
  chiSquare: { x: number; degrees: number; p: number }[];
  f: { f: number; numerator: number; denominator: number; p: number }[];
  ranges: { q: number; count: number; p: number }[];
  friedman: {
    scores: number[][];
    chiSquare: number | null;
    p: number | null;
    nemenyi: number[][];
  }[];
  paired: {
    groups: string[];
    a: number[];
    b: number[];
    statistic: number;
    p: number;
    exactP: number;
    difference: number;
    interval: Ends;
    mcnemarExactP: number | null;
  }[];
  equivalence: {
    differences: number[];
    margin: number;
    p: number;
    lowerP: number;
    upperP: number;
  }[];
  bootstrap: {
    estimate: number;
    sorted: number[];
    jackknife: number[];
    percentile: Ends;
    bca: Ends;
  }[];
};

/** Equal to so many digits, relative to the size of the value. */
function expectEqual(actual: number | null, expected: number, digits = 10): void {
  const scale = Math.max(Math.abs(expected), 1e-300);
  expect(Math.abs((actual ?? NaN) - expected) / scale).toBeLessThan(10 ** -digits);
}

describe('distributions equal SciPy', () => {
  it('normal quantiles, χ², F and the studentised range', () => {
    for (const { p, z } of reference.normal) expect(normalQuantile(p)).toBeCloseTo(z, 10);
    for (const { x, degrees, p } of reference.chiSquare) {
      expectEqual(chiSquareUpperTail(x, degrees), p);
    }
    for (const { f, numerator, denominator, p } of reference.f) {
      expectEqual(fUpperTail(f, numerator, denominator), p);
    }
    for (const { q, count, p } of reference.ranges) {
      expect(studentisedRangeUpperTail(q, count)).toBeCloseTo(p, 8);
    }
  });

  it('critical values of Nemenyi’s test are those of Demšar’s table', () => {
    // Demšar 2006, table 5(a), q of 0.05 for 2 … 10 models, which are over √2.
    const table = [1.96, 2.343, 2.569, 2.728, 2.85, 2.949, 3.031, 3.102, 3.164];
    table.forEach((q, index) => {
      expect(studentisedRangeCriticalValue(0.05, index + 2) / Math.SQRT2).toBeCloseTo(q, 2);
    });
  });
});

describe('tests equal their references', () => {
  it('Friedman’s test equals SciPy’s, ties included, and Nemenyi’s that of scikit-posthocs', () => {
    for (const { scores, chiSquare, p, nemenyi } of reference.friedman) {
      const result = friedmanTest(scores);
      if (chiSquare !== null && p !== null) {
        expectEqual(result.chiSquare, chiSquare);
        expectEqual(result.chiSquareP, p);
      }
      for (const pair of nemenyiTest(result)) {
        expect(pair.p).toBeCloseTo(nemenyi[pair.first][pair.second], 6);
      }
    }
  });

  it('McNemar with groups: Obuchowski’s own form, all sign flips, statsmodels’ robust error', () => {
    for (const given of reference.paired) {
      const result = comparePairedPredictions(
        given.groups.map((groupId, note) => ({
          groupId,
          aIsRight: given.a[note] === 1,
          bIsRight: given.b[note] === 1,
        })),
      );
      expectEqual(result.statistic, given.statistic);
      expectEqual(result.p, given.p);
      expectEqual(result.exactP, given.exactP);
      expect(result.difference).toBeCloseTo(given.difference, 12);
      expect(result.interval?.lower).toBeCloseTo(given.interval[0], 9);
      expect(result.interval?.upper).toBeCloseTo(given.interval[1], 9);
      if (given.mcnemarExactP !== null) expectEqual(result.exactP, given.mcnemarExactP);
    }
    expect(reference.paired.filter(({ mcnemarExactP }) => mcnemarExactP !== null)).toHaveLength(4);
  });

  it('equivalence equals statsmodels’ ttost_paired', () => {
    for (const { differences, margin, p, lowerP, upperP } of reference.equivalence) {
      const result = testEquivalence(differences, { margin, testFraction: 0 });
      expectEqual(result.p, p);
      expectEqual(result.lowerP, lowerP);
      expectEqual(result.upperP, upperP);
    }
  });

  it('bootstrap intervals of the same resamples equal SciPy’s, percentile and BCa', () => {
    for (const { estimate, sorted, jackknife, percentile, bca } of reference.bootstrap) {
      const plain = percentileInterval(sorted, 0.95);
      expectEqual(plain.lower, percentile[0]);
      expectEqual(plain.upper, percentile[1]);
      const corrected = bcaInterval({ estimate, sorted, jackknife, confidence: 0.95 })!;
      expectEqual(corrected.lower, bca[0]);
      expectEqual(corrected.upper, bca[1]);
    }
  });
});

describe('edges', () => {
  it('Friedman: all tie, a perfect order, too little, and what is no number', () => {
    expect(
      friedmanTest([
        [1, 1],
        [2, 2],
      ]),
    ).toMatchObject({ chiSquare: null, f: null, p: 1 });
    const perfect = friedmanTest([
      [1, 2, 3],
      [4, 5, 6],
      [1, 5, 9],
    ]);
    expect(perfect).toMatchObject({ meanRanks: [3, 2, 1], chiSquare: 6, f: Infinity });
    // Three blocks order three models alike in one case of 36.
    expect(perfect.p).toBeCloseTo(1 / 36, 12);
    expect(() => friedmanTest([[1, 2]])).toThrow('evaluation.empty');
    expect(() => friedmanTest([[1], [2]])).toThrow('evaluation.empty');
    expect(() => friedmanTest([[1, 2], [1]])).toThrow('evaluation.length-mismatch');
    expect(() =>
      friedmanTest([
        [1, 2],
        [1, NaN],
      ]),
    ).toThrow('block 2');
  });

  it('paired predictions: no difference, a single patient, none', () => {
    const right = { groupId: null, aIsRight: true, bIsRight: true };
    expect(comparePairedPredictions([right, right])).toMatchObject({
      statistic: null,
      p: 1,
      exactP: 1,
      difference: 0,
    });
    const one = { groupId: 'a', aIsRight: true, bIsRight: false };
    expect(comparePairedPredictions([one, one, one])).toMatchObject({
      groupCount: 1,
      onlyARight: 3,
      statistic: null,
      exactP: 1,
      interval: null,
    });
    expect(() => comparePairedPredictions([])).toThrow('evaluation.empty');
  });

  it('equivalence: one pair, no spread, a margin of nothing', () => {
    const test = (differences: number[], margin: number) =>
      testEquivalence(differences, { margin, testFraction: 0.1 });
    expect(test([0], 0.1)).toMatchObject({ p: 1, areEquivalent: false, interval: null });
    expect(test([0.01, 0.01], 0.1)).toMatchObject({ p: 0, areEquivalent: true });
    expect(test([0.2, 0.2], 0.1)).toMatchObject({ p: 1, areEquivalent: false });
    expect(test([0.1, 0.1], 0.1)).toMatchObject({ p: 1, areEquivalent: false });
    expect(() => test([0.1], 0)).toThrow('margin: expected a margin above 0');
    expect(() => test([], 0.1)).toThrow('evaluation.empty');
  });

  it('BCa is not given where it is not sound', () => {
    const sorted = [1, 2, 3, 4];
    const jackknife = [1, 2, 4];
    expect(bcaInterval({ estimate: 0, sorted, jackknife, confidence: 0.95 })).toBeNull();
    const still = [0.1 + 0.2, 0.3, 0.3];
    expect(bcaInterval({ estimate: 2, sorted, jackknife: still, confidence: 0.95 })).toBeNull();
  });
});
