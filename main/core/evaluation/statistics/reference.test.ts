import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { correctedResampledTTest } from './corrected-resampled-t-test.ts';
import { meanInterval } from './mean-interval.ts';
import { normalUpperTail } from './normal-distribution.ts';
import { studentCriticalValue, studentTwoSidedP } from './student-t.ts';
import { wilcoxonSignedRank, type WilcoxonOptions } from './wilcoxon-signed-rank.ts';

interface TestValues {
  readonly t: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}
const scipy = JSON.parse(readFileSync('test/fixtures/evaluation/scipy.json', 'utf8')) as {
  wilcoxon: (Required<WilcoxonOptions> & { differences: number[]; statistic: number; p: number })[];
  enumerated: (Required<WilcoxonOptions> & {
    differences: number[];
    positiveRankSum: number;
    p: number;
  })[];
  student: { t: number; degrees: number; p: number }[];
  critical: { confidence: number; degrees: number; t: number }[];
  normal: { z: number; p: number }[];
  paired: {
    a: number[];
    b: number[];
    plain: TestValues;
    corrected: TestValues & { testFraction: number };
    meanOfA: { mean: number; standardDeviation: number; lower: number; upper: number };
  }[];
};

/** Equal to about 12 digits, relative to the size of the value. */
function expectEqual(actual: number | null, expected: number, digits = 12): void {
  const scale = Math.max(Math.abs(expected), 1e-300);
  expect(Math.abs((actual ?? NaN) - expected) / scale).toBeLessThan(10 ** -digits);
}

describe('statistics equal SciPy', () => {
  it(`Wilcoxon's test, ${scipy.wilcoxon.length} cases: exact and approximate, all zero methods`, () => {
    for (const { differences, statistic, p, ...options } of scipy.wilcoxon) {
      const result = wilcoxonSignedRank(differences, options);
      expect(result.statistic).toBeCloseTo(statistic, 9);
      expectEqual(result.p, p, 11);
    }
  });

  it(`exact with ties and zeros, ${scipy.enumerated.length} cases against all 2ⁿ signs`, () => {
    for (const { differences, positiveRankSum, p, ...options } of scipy.enumerated) {
      const result = wilcoxonSignedRank(differences, options);
      expect(result.method).toBe('exact');
      expect(result.positiveRankSum).toBe(positiveRankSum);
      expectEqual(result.p, p);
    }
  });

  it("Student's t and the normal distribution, far into the tails", () => {
    for (const { t, degrees, p } of scipy.student) expectEqual(studentTwoSidedP(t, degrees), p, 10);
    for (const { confidence, degrees, t } of scipy.critical) {
      expectEqual(studentCriticalValue(confidence, degrees), t, 10);
    }
    for (const { z, p } of scipy.normal) expectEqual(normalUpperTail(z), p);
  });

  it('paired t-tests, plain and corrected, with their intervals', () => {
    for (const { a, b, plain, corrected, meanOfA } of scipy.paired) {
      const differences = a.map((value, fold) => value - b[fold]);
      for (const { testFraction, t, p, lower, upper } of [
        { ...plain, testFraction: 0 },
        corrected,
      ]) {
        const result = correctedResampledTTest(differences, { testFraction });
        expectEqual(result.t, t, 10);
        expectEqual(result.p, p, 10);
        expectEqual(result.lower, lower, 9);
        expectEqual(result.upper, upper, 9);
      }
      const interval = meanInterval(a);
      expectEqual(interval.mean, meanOfA.mean);
      expectEqual(interval.standardDeviation, meanOfA.standardDeviation);
      expectEqual(interval.lower, meanOfA.lower);
      expectEqual(interval.upper, meanOfA.upper);
    }
  });
});

const file = '../shared/data/reference/stats_reference.json';
const present = existsSync(file);

describe.skipIf(!present)(
  `Wilcoxon's test equals the shared reference (skipped where ${file} is absent)`,
  () => {
    const cases = present
      ? (
          JSON.parse(readFileSync(file, 'utf8')) as {
            wilcoxon: {
              name: string;
              x: number[];
              y: number[] | null;
              args: {
                method: 'exact' | 'approx';
                alternative?: WilcoxonOptions['alternative'];
                zero_method?: WilcoxonOptions['zeroMethod'];
                correction?: boolean;
              };
              scipy_statistic: number;
              scipy_pvalue: number;
            }[];
          }
        ).wilcoxon
      : [];

    it.each(cases)('$name', ({ x, y, args, ...expected }) => {
      const result = wilcoxonSignedRank(
        x.map((value, index) => value - (y?.[index] ?? 0)),
        {
          method: args.method === 'exact' ? 'exact' : 'approximate',
          alternative: args.alternative ?? 'two-sided',
          zeroMethod: args.zero_method ?? 'wilcox',
          continuityCorrection: args.correction ?? false,
        },
      );
      expect(result.statistic).toBe(expected.scipy_statistic);
      expectEqual(result.p, expected.scipy_pvalue, 10);
    });
  },
);
