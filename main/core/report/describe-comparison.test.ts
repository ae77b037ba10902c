import { describe, expect, it } from 'vitest';
import { compareModels } from '#core/evaluation/statistics/compare-models.ts';
import { adjustComparisons } from '#core/evaluation/statistics/adjust-comparisons.ts';
import { describeComparison, shortenVerdict } from './describe-comparison.ts';

const a = [0.81, 0.84, 0.79, 0.88, 0.83, 0.85, 0.8, 0.86, 0.82, 0.87, 0.78, 0.89];

function compareShift(shift: (fold: number) => number, foldCount = 10, comparisonCount = 1) {
  const scores = a.slice(0, foldCount);
  const result = compareModels({
    a: scores,
    b: scores.map((value, fold) => value - shift(fold)),
    testFraction: 1 / foldCount,
  });
  const [adjusted] = adjustComparisons([result], comparisonCount);
  return {
    task: 'T',
    metric: 'mcc',
    modelA: 'A',
    modelB: 'B',
    result: adjusted,
    equivalence: null,
  } as const;
}

function describeShift(shift: (fold: number) => number, foldCount = 10, comparisonCount = 1) {
  return describeComparison(compareShift(shift, foldCount, comparisonCount), foldCount).english;
}

describe('describeComparison', () => {
  it('names the better model, whichever it is', () => {
    expect(describeShift((fold) => 0.05 + fold / 500)).toBe(
      '“A” is better than “B” on T, measured by MCC over 10 folds: 0.059 more on average, p = 0.00195.',
    );
    expect(describeShift((fold) => -0.05 - fold / 1000)).toMatch(/^“B” is better than “A”/);
  });

  it('does not take a missing difference for equality', () => {
    expect(describeShift((fold) => (fold % 2 ? 0.02 : -0.019) * (1 + fold / 10))).toContain(
      'That is not proof that there is none.',
    );
    expect(describeShift(() => 0)).toBe(
      '“A” and “B” score the same in every fold on T, measured by MCC over 10 folds.',
    );
  });

  it('says when too few folds, or too many comparisons, leave no way to be significant', () => {
    expect(describeShift((fold) => 0.1 + fold / 1000, 5)).toMatch(
      /“A” scores 0.102 higher than “B” on average, but with 5 folds the smallest .* is 0.0625, so no/,
    );
    expect(describeShift((fold) => 0.1 + fold / 1000, 6, 2)).toContain(
      'that can occur is 0.0313, or 0.0625 after adjusting for 2 comparisons, so no difference',
    );
  });

  it('says over how many comparisons a p is adjusted', () => {
    expect(describeShift((fold) => 0.05 + fold / 500, 10, 4)).toContain(
      'p = 0.00781 after adjusting for 4 comparisons.',
    );
  });

  it('gives no verdict before all folds are done', () => {
    const comparison = compareShift((fold) => 0.05 + fold / 500, 9);
    expect(comparison.result.verdict).toBe('a-better');
    expect(shortenVerdict(comparison, 10).english).toBe('not finished');
    expect(describeComparison(comparison, 10).english).toBe(
      '“A” scores 0.058 higher than “B” on average on T, measured by MCC over 9 of 10 folds. What that shows is judged when all folds are done.',
    );
    expect(shortenVerdict(comparison, 9).english).toBe('A better');
  });

  it('does not claim more on average where a fold turns the mean round', () => {
    const comparison = compareShift((fold) => (fold === 0 ? -0.6 : 0.01 + fold / 1000), 12);
    expect(comparison.result.verdict).toBe('a-better-uncorrected-only');
    expect(describeComparison(comparison, 12).english).toMatch(
      /^“A” scores higher than “B” in most folds .* leave its mean lower by 0\.0\d\d: look/,
    );
  });
});
