import { describe, expect, it } from 'vitest';
import { compareModels } from '#core/evaluation/statistics/compare-models.ts';
import { describeComparison } from './describe-comparison.ts';

const a = [0.81, 0.84, 0.79, 0.88, 0.83, 0.85, 0.8, 0.86, 0.82, 0.87];

function describeShift(shift: (fold: number) => number, foldCount = 10, comparisonCount = 1) {
  const scores = a.slice(0, foldCount);
  const result = compareModels({
    a: scores,
    b: scores.map((value, fold) => value - shift(fold)),
    testFraction: 1 / foldCount,
  });
  const comparison = { task: 'T', metric: 'mcc', modelA: 'A', modelB: 'B', result } as const;
  return describeComparison(comparison, comparisonCount);
}

describe('describeComparison', () => {
  it('names the better model, whichever it is', () => {
    expect(describeShift((fold) => 0.05 + fold / 1000)).toBe(
      '“A” is better than “B” on T, measured by MCC over 10 folds: 0.055 more on average, p = 0.00195.',
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
  });
});
