import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { auroc } from './auroc.ts';
import { averagePrecision } from './average-precision.ts';
import { brierScore } from './brier-score.ts';
import { calibrationCurve, defaultBinCount, type Binning } from './calibration-curve.ts';
import { calibrationSlope } from './calibration-slope.ts';
import { expectedCalibrationError } from './expected-calibration-error.ts';
import { logLoss } from './log-loss.ts';
import { precisionRecallCurve } from './precision-recall-curve.ts';
import { rocCurve } from './roc-curve.ts';

type Estimate = [value: number, lower: number, upper: number] | null;
interface BinaryCase {
  readonly truths: number[];
  readonly scores: number[];
  readonly auroc: number | null;
  readonly averagePrecision: number | null;
  readonly brier: number;
  readonly logLoss: number;
  readonly roc?: [falsePositiveRates: number[], sensitivities: number[]];
  readonly precisionRecall?: [precisions: number[], recalls: number[], thresholds: number[]];
  readonly curves?: Record<
    Binning,
    { observed: number[]; predicted: number[]; sizes: number[]; ece: number }
  >;
  readonly recalibration: { intercept: Estimate; slope: Estimate };
}
const { binary: cases } = JSON.parse(
  readFileSync('test/fixtures/evaluation/probabilities.json', 'utf8'),
) as { binary: BinaryCase[] };

const binaryOf = (truths: readonly number[], scores: readonly number[]): BinaryScores => ({
  truths: Uint8Array.from(truths),
  scores: Float64Array.from(scores),
});

function expectNear(actual: number | null, expected: number | null, digits = 9): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual ?? NaN).toBeCloseTo(expected, digits);
}

function expectAllNear(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, index) => {
    expectNear(value, expected[index]);
  });
}

describe(`${cases.length} sets of scores, with ties, equal scikit-learn and statsmodels`, () => {
  it('AUROC, average precision, Brier score and log loss', () => {
    for (const given of cases) {
      const binary = binaryOf(given.truths, given.scores);
      expectNear(auroc(binary), given.auroc);
      expectNear(averagePrecision(binary), given.averagePrecision);
      expectNear(brierScore(binary), given.brier);
      expectNear(logLoss(binary), given.logLoss);
    }
  });

  it('ROC and precision-recall curves, point by point', () => {
    const curved = cases.filter(({ roc }) => roc !== undefined);
    expect(curved.length).toBeGreaterThan(40);
    for (const { truths, scores, roc, precisionRecall } of curved) {
      const binary = binaryOf(truths, scores);
      const points = rocCurve(binary)!;
      expectAllNear(
        points.map((point) => point.falsePositiveRate),
        roc![0],
      );
      expectAllNear(
        points.map((point) => point.sensitivity),
        roc![1],
      );
      const steps = precisionRecallCurve(binary)!;
      expectAllNear(
        steps.map((step) => step.precision),
        precisionRecall![0],
      );
      expectAllNear(
        steps.map((step) => step.recall),
        precisionRecall![1],
      );
      expect(steps.map((step) => step.threshold)).toEqual(precisionRecall![2]);
    }
  });

  it.each(['equal-mass', 'equal-width'] as const)('calibration curves and ECE: %s', (binning) => {
    for (const { truths, scores, curves } of cases) {
      if (curves === undefined) continue;
      const binary = binaryOf(truths, scores);
      const bins = calibrationCurve(binary, binning, 5);
      expect(bins.map(({ count }) => count)).toEqual(curves[binning].sizes);
      expectAllNear(
        bins.map(({ observed }) => observed),
        curves[binning].observed,
      );
      expectAllNear(
        bins.map(({ predicted }) => predicted),
        curves[binning].predicted,
      );
      expectNear(expectedCalibrationError(binary, binning, 5), curves[binning].ece);
    }
  });

  it('calibration intercept and slope with their intervals', () => {
    let finite = 0;
    for (const { truths, scores, recalibration } of cases) {
      const found = calibrationSlope(binaryOf(truths, scores));
      for (const name of ['intercept', 'slope'] as const) {
        const expected = recalibration[name];
        if (expected === null) {
          expect(found[name]).toBeNull();
          continue;
        }
        finite++;
        const { value, interval } = found[name]!;
        expectNear(value, expected[0], 6);
        expectNear(interval.lower, expected[1], 5);
        expectNear(interval.upper, expected[2], 5);
      }
    }
    expect(finite).toBeGreaterThan(200);
  });
});

describe('edges', () => {
  const nothing = binaryOf([], []);
  const onlyPositives = binaryOf([1, 1], [0.2, 0.9]);
  const constant = binaryOf([0, 1, 1, 0, 0], [0.3, 0.3, 0.3, 0.3, 0.3]);

  it('says null, not 0, where nothing is defined', () => {
    for (const figureOf of [auroc, averagePrecision, brierScore, logLoss, rocCurve]) {
      expect(figureOf(nothing)).toBeNull();
    }
    expect(expectedCalibrationError(nothing)).toBeNull();
    expect(calibrationCurve(nothing)).toEqual([]);
    expect(auroc(onlyPositives)).toBeNull();
    expect(rocCurve(onlyPositives)).toBeNull();
    expect(precisionRecallCurve(binaryOf([0, 0], [0.2, 0.9]))).toBeNull();
    expect(calibrationSlope(onlyPositives)).toEqual({ intercept: null, slope: null });
  });

  it('takes constant scores for what they are', () => {
    expect(auroc(constant)).toBe(0.5);
    expect(averagePrecision(constant)).toBeCloseTo(0.4, 14);
    expect(rocCurve(constant)).toHaveLength(2);
    expect(calibrationCurve(constant)).toHaveLength(1);
    const { intercept, slope } = calibrationSlope(constant);
    // The share is 0.4 and 0.3 was promised.
    expect(intercept?.value).toBeCloseTo(Math.log(0.4 / 0.6) - Math.log(0.3 / 0.7), 12);
    expect(slope).toBeNull();
  });

  it('has no slope where scores separate the classes, also when they touch', () => {
    expect(calibrationSlope(binaryOf([0, 0, 1], [0.1, 0.2, 0.3])).slope).toBeNull();
    expect(calibrationSlope(binaryOf([0, 1, 1], [0.2, 0.2, 0.3])).slope).toBeNull();
    expect(calibrationSlope(binaryOf([1, 0, 0], [0.1, 0.2, 0.3])).slope).toBeNull();
  });

  it('has finite figures for probabilities of 0 and 1 that are wrong', () => {
    const wrong = binaryOf([1, 0, 1, 0], [0, 1, 1, 0]);
    expect(logLoss(wrong)).toBeCloseTo(26 * Math.LN2, 9);
    expect(Number.isFinite(calibrationSlope(wrong).slope?.value)).toBe(true);
  });

  it('refuses scores that are no numbers, and takes infinite ones', () => {
    const broken = binaryOf([1, 0, 1], [0.5, NaN, 0.2]);
    for (const figureOf of [auroc, averagePrecision, rocCurve, precisionRecallCurve]) {
      expect(() => figureOf(broken)).toThrow('note 2: expected a score that is a number');
    }
    expect(auroc(binaryOf([1, 0, 0], [Infinity, -Infinity, 3]))).toBe(1);
  });

  it('bins n notes into ⌈n^⅓⌉', () => {
    expect([1, 8, 9, 27, 64, 1000, 1001].map(defaultBinCount)).toEqual([1, 2, 3, 3, 4, 10, 11]);
  });

  it('knows only the order: any rising change of scores leaves AUROC and average precision', () => {
    const items = fc.array(fc.tuple(fc.nat(1), fc.integer({ min: 0, max: 20 })), { minLength: 1 });
    fc.assert(
      fc.property(items, (pairs) => {
        const truths = pairs.map(([truth]) => truth);
        const plain = binaryOf(
          truths,
          pairs.map(([, score]) => score / 20),
        );
        const changed = binaryOf(
          truths,
          pairs.map(([, score]) => Math.exp(score) - 5),
        );
        expect(auroc(changed)).toBe(auroc(plain));
        expect(averagePrecision(changed)).toBe(averagePrecision(plain));
        const turned = binaryOf(
          truths,
          pairs.map(([, score]) => -score),
        );
        expectNear(auroc(turned), auroc(plain) === null ? null : 1 - auroc(plain)!, 12);
      }),
    );
  });
});
