import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustComparisons } from './adjust-comparisons.ts';
import { adjustHolm } from './adjust-holm.ts';
import { compareModels } from './compare-models.ts';
import { describeSample } from './describe-sample.ts';
import { smallestPossibleP } from './smallest-possible-p.ts';
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';

const ten = [0.81, 0.84, 0.79, 0.88, 0.83, 0.85, 0.8, 0.86, 0.82, 0.87];
const shifted = (by: (fold: number) => number) => ten.map((value, fold) => value - by(fold));

describe('compareModels', () => {
  it('says that a model which wins every fold clearly is better', () => {
    const result = compareModels({
      a: ten,
      b: shifted((fold) => 0.05 + fold * 0.001),
      testFraction: 0.1,
    });
    expect(result.wilcoxon).toMatchObject({ statistic: 0, p: 2 / 1024, method: 'exact' });
    expect(result.smallestPossibleP).toBe(2 / 1024);
    expect(result.effectSize).toBe(1);
    expect(result.meanDifference).toBeCloseTo(0.0545, 12);
    expect(result.interval?.lower).toBeGreaterThan(0.04);
    expect(result.correctedT.p).toBeLessThan(1e-6);
    expect(result.verdict).toBe('a-better');
  });

  it('turns round when the models are swapped', () => {
    const b = shifted((fold) => (fold % 3 === 0 ? -0.01 : 0.02 + fold * 0.001));
    const forth = compareModels({ a: ten, b, testFraction: 0.1 });
    const back = compareModels({ a: b, b: ten, testFraction: 0.1 });
    expect(back.meanDifference).toBeCloseTo(-forth.meanDifference, 14);
    expect(back.effectSize).toBe(-forth.effectSize);
    expect(back.wilcoxon.p).toBe(forth.wilcoxon.p);
  });

  it('does not call 5 folds significant, whatever they say', () => {
    const result = compareModels({
      a: ten.slice(0, 5),
      b: ten.slice(0, 5).map((value, fold) => value - 0.3 - fold * 0.01),
      testFraction: 0.2,
    });
    expect(result.wilcoxon.p).toBe(0.0625);
    expect(result.verdict).toBe('too-few-folds');
  });

  it('does not call it better when only the uncorrected test says so', () => {
    const differences = [0.03, 0.002, 0.025, -0.001, 0.004, 0.03, 0.006, 0.001, 0.02, 0.005];
    const result = compareModels({
      a: ten,
      b: shifted((fold) => differences[fold]),
      testFraction: 0.1,
    });
    expect(result.wilcoxon.p).toBeLessThan(0.05);
    expect(result.correctedT.p).toBeGreaterThan(0.05);
    expect(result.verdict).toBe('a-better-uncorrected-only');
  });

  it('knows models that score the same, and one fold', () => {
    const same = compareModels({ a: ten, b: ten, testFraction: 0.1 });
    expect(same).toMatchObject({ wilcoxon: { p: 1 }, effectSize: 0, verdict: 'identical' });
    const single = compareModels({ a: [0.9], b: [0.8], testFraction: 0.5 });
    expect(single).toMatchObject({
      interval: null,
      correctedT: { p: null },
      verdict: 'too-few-folds',
    });
  });

  it('takes differences that are equal but for rounding noise as equal', () => {
    // In binary, 0.9 − 0.8, 0.8 − 0.7 and 0.4 − 0.3 are three different numbers.
    const result = compareModels({
      a: [0.9, 0.8, 0.4, 0.7, 0.5],
      b: [0.8, 0.7, 0.3, 0.8, 0.4],
      testFraction: 0.2,
    });
    // Five ranks of 3: one against four, as in 12 of 32 outcomes.
    expect(result.wilcoxon).toMatchObject({ statistic: 3, p: 0.375 });
    const noise = compareModels({ a: [0.1 + 0.2, 0.5], b: [0.3, 0.5], testFraction: 0.5 });
    expect(noise).toMatchObject({ verdict: 'identical', meanDifference: 0 });
  });

  it('does not round away what is small', () => {
    const result = compareModels({
      a: ten,
      b: shifted((fold) => 1e-6 * (fold + 1)),
      testFraction: 0.1,
    });
    expect(result.wilcoxon).toMatchObject({ pairCount: 10, statistic: 0, p: 2 / 1024 });
  });

  it('doubts nothing where every fold differs by the same', () => {
    const result = compareModels({ a: ten, b: shifted(() => 0.03), testFraction: 0.1 });
    expect(result.correctedT).toMatchObject({ t: null, p: null });
    expect(result.interval?.lower).toBe(result.interval?.upper);
    expect(result.verdict).toBe('a-better');
  });

  it('tells folds without a difference from folds that are too few', () => {
    const result = compareModels({
      a: ten,
      b: shifted((fold) => (fold < 6 ? 0 : 0.02 + fold / 1000)),
      testFraction: 0.1,
    });
    expect(result.wilcoxon).toMatchObject({ pairCount: 4, p: 0.125 });
    expect(result).toMatchObject({ smallestPossibleP: 2 / 1024, verdict: 'no-difference-shown' });
  });

  it('confirms nothing where the tests point to different models', () => {
    // Ninety folds favour a by little, ten favour b by much: both tests are significant.
    const a = Array.from({ length: 100 }, (_, fold) => (fold < 10 ? 0 : 0.5 + fold / 1e6));
    const result = compareModels({ a, b: a.map(() => 0.499), testFraction: 0.01 });
    expect(result.wilcoxon.p).toBeLessThan(0.05);
    expect(result.correctedT.p).toBeLessThan(0.05);
    expect(Math.sign(result.effectSize)).not.toBe(Math.sign(result.meanDifference));
    expect(result.verdict).toBe('a-better-uncorrected-only');
  });

  it('refuses unequal folds, no folds and what is not a number', () => {
    const compare = (a: number[], b: number[]) => () => compareModels({ a, b, testFraction: 0.1 });
    expect(compare([1, 2], [1])).toThrow('evaluation.length-mismatch');
    expect(compare([], [])).toThrow('evaluation.empty');
    expect(compare([1, NaN], [1, 2])).toThrow('fold 2: expected a finite number');
  });
});

describe('adjustComparisons', () => {
  it('takes back what was significant alone', () => {
    const differences = [0.05, 0.04, 0.06, 0.055, 0.07, 0.03, 0.052, -0.021, -0.022, 0.041];
    const one = compareModels({
      a: ten,
      b: shifted((fold) => differences[fold]),
      testFraction: 0.1,
    });
    expect(one.verdict).toBe('a-better');
    const [adjusted] = adjustComparisons([one, one, one, one, one, one]);
    expect(adjusted.pHolm).toBeCloseTo(6 * one.wilcoxon.p, 14);
    expect(adjusted.verdict).toBe('no-difference-shown');
  });

  it('counts comparisons that have no result yet', () => {
    const differences = [0.05, 0.04, 0.06, 0.055, 0.07, 0.03, 0.052, -0.021, -0.022, 0.041];
    const one = compareModels({
      a: ten,
      b: shifted((fold) => differences[fold]),
      testFraction: 0.1,
    });
    const [adjusted] = adjustComparisons([one], 6);
    expect(adjusted).toMatchObject({ familySize: 6, verdict: 'no-difference-shown' });
    expect(adjusted.pHolm).toBeCloseTo(6 * one.wilcoxon.p, 14);
  });

  it('does not deny what Holm leaves significant beside comparisons over more folds', () => {
    const winner = (folds: number) => {
      const values = Array.from({ length: folds }, (_, fold) => 0.5 + fold / 100);
      const b = values.map((value, fold) => value - 0.1 - fold / 1000);
      return compareModels({ a: values, b, testFraction: 1 / folds });
    };
    // 2/2⁶ · 2 is above 0.05, but after the first comparison, over 12 folds, only one is left.
    const [twelve, six] = adjustComparisons([winner(12), winner(6)]);
    expect(twelve.verdict).toBe('a-better');
    expect(six).toMatchObject({ pHolm: 2 / 64, verdict: 'a-better' });
  });

  it('says when so many comparisons leave no way to be significant', () => {
    const six = compareModels({
      a: ten.slice(0, 6),
      b: ten.slice(0, 6).map((value, fold) => value - 0.1 - fold * 0.01),
      testFraction: 1 / 6,
    });
    expect(six.verdict).toBe('a-better');
    expect(adjustComparisons([six, six]).map(({ verdict }) => verdict)).toEqual([
      'too-few-folds',
      'too-few-folds',
    ]);
  });
});

describe('adjustHolm', () => {
  it('gives the values worked out by hand', () => {
    const adjusted = adjustHolm([0.01, 0.04, 0.03, 0.005]);
    expect(adjusted.map((p) => Number(p.toFixed(12)))).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(adjustHolm([0.9, 0.8])).toEqual([1, 1]);
    expect(adjustHolm([])).toEqual([]);
  });

  it('keeps the order of the p-values and lies between p and m·p', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (ps) => {
        const adjusted = adjustHolm(ps);
        ps.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          ps.forEach((q, j) => {
            if (p <= q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]);
          });
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('smallestPossibleP', () => {
  it('is what the test gives when every fold favours one model', () => {
    expect(smallestPossibleP(5)).toBe(0.0625);
    expect(smallestPossibleP(10)).toBe(2 / 1024);
    for (let n = 1; n <= 25; n++) {
      const differences = Array.from({ length: n }, (_, index) => index + 1);
      expect(wilcoxonSignedRank(differences).p).toBe(smallestPossibleP(n));
    }
  });
  it('is never undercut, not even by ties', () => {
    for (let n = 1; n <= 25; n++) {
      const equal = new Array<number>(n).fill(0.5);
      expect(wilcoxonSignedRank(equal).p).toBeGreaterThanOrEqual(smallestPossibleP(n));
    }
  });
});

describe('without any spread', () => {
  it('the deviation is 0, not the rounding noise of the mean', () => {
    expect(describeSample([0.1, 0.1, 0.1]).standardDeviation).toBe(0);
    expect(describeSample([0.1, 0.1, 0.1000001]).standardDeviation).toBeGreaterThan(0);
  });

  it('p is 1, also of the approximation', () => {
    for (const zeroMethod of ['wilcox', 'pratt', 'zsplit'] as const) {
      const nothing = new Array<number>(60).fill(0);
      expect(wilcoxonSignedRank(nothing, { zeroMethod, method: 'approximate' }).p).toBe(1);
    }
  });
});
