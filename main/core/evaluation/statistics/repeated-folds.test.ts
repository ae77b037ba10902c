import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { adjustComparisons } from './adjust-comparisons.ts';
import { compareModels } from './compare-models.ts';
import { meanInterval } from './mean-interval.ts';

interface Interval {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** From scikit-learn and SciPy: `test/fixtures/evaluation/repeated_folds.py`. */
const { folds, a, b, ...expected } = JSON.parse(
  readFileSync('test/fixtures/evaluation/repeated-folds.json', 'utf8'),
) as {
  readonly folds: number;
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly ofA: Interval;
  readonly difference: Interval;
  readonly t: number;
  readonly p: number;
  readonly plainP: number;
  readonly wilcoxonOfFirst: number;
};
const testFraction = 1 / folds;
const compare = () => compareModels({ a, b, testFraction, ofFirstDivision: folds });

it('folds of several divisions give the corrected interval of a mean, and no narrower one', () => {
  const { mean, lower, upper } = meanInterval(a, { testFraction });
  expect(mean).toBeCloseTo(expected.ofA.mean, 12);
  expect(lower).toBeCloseTo(expected.ofA.lower, 9);
  expect(upper).toBeCloseTo(expected.ofA.upper, 9);
  expect(meanInterval(a).upper).toBeLessThan(expected.ofA.upper);
});

it('two models over several divisions are compared by the corrected test', () => {
  const result = compare();
  expect(result).toMatchObject({ foldCount: 50, decidedBy: 'corrected-t' });
  expect(result.meanDifference).toBeCloseTo(expected.difference.mean, 9);
  expect(result.interval?.lower).toBeCloseTo(expected.difference.lower, 9);
  expect(result.interval?.upper).toBeCloseTo(expected.difference.upper, 9);
  expect(result.correctedT.t).toBeCloseTo(expected.t, 8);
  expect(result.correctedT.p).toBeCloseTo(expected.p, 9);
  // Of the first division: fifty dependent pairs would be called a difference.
  expect(result.wilcoxon.p).toBeCloseTo(expected.wilcoxonOfFirst, 12);
  expect(compareModels({ a, b, testFraction }).wilcoxon.p).toBeLessThan(expected.p);
});

it('what decides is adjusted, and models that score the same are identical', () => {
  const [adjusted] = adjustComparisons([compare()], 4);
  expect(adjusted.pHolm).toBeCloseTo(Math.min(1, 4 * expected.p), 9);
  expect(adjusted.verdict).toBe(4 * expected.p <= 0.05 ? 'a-better' : 'no-difference-shown');
  const few = Array.from({ length: 10 }, (_, fold) => 0.8 + fold / 100);
  const many = { a: few, b: few, testFraction: 0.2, ofFirstDivision: 5 };
  expect(compareModels(many).verdict).toBe('identical');
  expect(compareModels(many).smallestPossibleP).toBe(0.0625);
});

it('a difference that is the same in every fold of every division is certain', () => {
  const values = Array.from({ length: 10 }, () => 0.5);
  const other = values.map((value) => value - 0.1);
  const result = compareModels({ a: values, b: other, testFraction: 0.2, ofFirstDivision: 5 });
  expect(result.verdict).toBe('a-better');
  expect(
    compareModels({ a: other, b: values, testFraction: 0.2, ofFirstDivision: 5 }).verdict,
  ).toBe('b-better');
});
