import type { Calibrator } from '#core/domain/screening-rule.ts';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { expectedCalibrationError } from '#core/evaluation/probabilities/expected-calibration-error.ts';
import { sigmoid } from '#core/evaluation/probabilities/log-odds.ts';
import { logLoss } from '#core/evaluation/probabilities/log-loss.ts';
import { applyCalibrator } from './calibrator.ts';
import { crossFitCalibration } from './cross-fit-calibration.ts';
import { fitCalibrator } from './fit-calibrator.ts';
import { fitIsotonic } from './fit-isotonic.ts';
import { fitPlatt } from './fit-platt.ts';
import { fitTemperature } from './fit-temperature.ts';
import { isotonicRegression } from './isotonic-regression.ts';

const { calibrations } = JSON.parse(
  readFileSync('test/fixtures/evaluation/probabilities.json', 'utf8'),
) as {
  calibrations: {
    truths: number[];
    scores: number[];
    temperature: number;
    platt: { intercept: number; slope: number };
    probes: number[];
    isotonic: number[];
    isotonicFit: number[] | null;
  }[];
};
const binaryOf = (truths: readonly number[], scores: readonly number[]): BinaryScores => ({
  truths: Uint8Array.from(truths),
  scores: Float64Array.from(scores),
});
const kinds = ['temperature', 'platt', 'isotonic'] as const;

/** Notes whose probabilities are twice as extreme, in log odds, as they should be. */
function overconfident(count: number, label: string): BinaryScores {
  const random = new RandomStream(7, label);
  const odds = Array.from({ length: count }, () => 1.5 * random.normal() - 0.5);
  const truths = odds.map((z) => Number(random.uniform() < sigmoid(z)));
  return binaryOf(
    truths,
    odds.map((z) => sigmoid(2 * z)),
  );
}

describe('calibrators equal their references', () => {
  it.each(calibrations)('temperature and Platt on $truths.length notes', (given) => {
    const binary = binaryOf(given.truths, given.scores);
    const temperature = fitTemperature(binary);
    expect(temperature).toMatchObject({ kind: 'temperature' });
    expect('temperature' in temperature && temperature.temperature).toBeCloseTo(
      given.temperature,
      5,
    );
    const platt = fitPlatt(binary);
    expect('slope' in platt && platt.slope).toBeCloseTo(given.platt.slope, 7);
    expect('intercept' in platt && platt.intercept).toBeCloseTo(given.platt.intercept, 7);
  });

  it('isotonic regression equals scikit-learn, at the scores and between them', () => {
    for (const { truths, scores, probes, isotonic, isotonicFit } of calibrations) {
      const binary = binaryOf(truths, scores);
      const blocks = isotonicRegression(binary);
      isotonicFit?.forEach((value, note) => {
        const own = blocks.find((block) => block.highest >= scores[note]);
        expect(own!.value).toBeCloseTo(value, 12);
      });
      if (truths.length < 1000) continue;
      const calibrator = fitIsotonic(binary);
      probes.forEach((probe, index) => {
        expect(applyCalibrator(calibrator, probe)).toBeCloseTo(isotonic[index], 12);
      });
    }
  });
});

describe('calibration', () => {
  it('mends probabilities that are too extreme, on notes that it has not seen', () => {
    const learned = overconfident(4000, 'learned');
    const fresh = overconfident(4000, 'fresh');
    const before = expectedCalibrationError(fresh)!;
    for (const kind of kinds) {
      const calibrator = fitCalibrator(kind, learned);
      const after = {
        ...fresh,
        scores: fresh.scores.map((score) => applyCalibrator(calibrator, score)),
      };
      expect(expectedCalibrationError(after)!).toBeLessThan(before / 2);
      expect(logLoss(after)!).toBeLessThan(logLoss(fresh)!);
    }
    const temperature = fitTemperature(learned);
    expect('temperature' in temperature && temperature.temperature).toBeCloseTo(2, 0);
  });

  it('lets no note calibrate itself', () => {
    const binary = overconfident(2500, 'folds');
    const folds = Int32Array.from(binary.truths.keys(), (note) => note % 2);
    const even = Int32Array.from(binary.truths.keys()).filter((note) => note % 2 === 0);
    const others = binaryOf(
      [...even].map((note) => binary.truths[note]),
      [...even].map((note) => binary.scores[note]),
    );
    for (const kind of kinds) {
      const { calibrated, calibrator } = crossFitCalibration(binary, folds, kind);
      expect(calibrated.scores[1]).toBe(
        applyCalibrator(fitCalibrator(kind, others), binary.scores[1]),
      );
      expect(calibrator).toEqual(fitCalibrator(kind, binary));
    }
    expect(() => crossFitCalibration(binary, new Int32Array(2500), 'platt')).toThrow(
      'evaluation.empty',
    );
  });

  it('never raises the log loss by temperature', () => {
    const notes = fc.array(fc.tuple(fc.nat(1), fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(notes, (pairs) => {
        const binary = binaryOf(
          pairs.map(([truth]) => truth),
          pairs.map(([, score]) => score),
        );
        const calibrator = fitTemperature(binary);
        const scores = binary.scores.map((score) => applyCalibrator(calibrator, score));
        const after = logLoss({ truths: binary.truths, scores }) ?? 0;
        expect(after).toBeLessThanOrEqual((logLoss(binary) ?? 0) + 1e-9);
      }),
    );
  });

  it('never turns the order round, stays within 0 and 1, and survives JSON', () => {
    const binary = overconfident(1500, 'order');
    const probes = Array.from({ length: 101 }, (_, index) => index / 100);
    for (const kind of kinds) {
      const calibrator = fitCalibrator(kind, binary);
      const read = JSON.parse(JSON.stringify(calibrator)) as Calibrator;
      const values = probes.map((probe) => applyCalibrator(read, probe));
      expect(values).toEqual(probes.map((probe) => applyCalibrator(calibrator, probe)));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });

  it('has something sensible to say of constant, reversed, single-class and absent scores', () => {
    const platt = (binary: BinaryScores) => applyCalibrator(fitPlatt(binary), 0.9);
    expect(platt(binaryOf([1, 0, 0, 0], [0.5, 0.5, 0.5, 0.5]))).toBeCloseTo(
      (2 / 3 + 3 * (1 / 5)) / 4,
      12,
    );
    expect(fitPlatt(binaryOf([1, 1, 0, 0], [0.1, 0.2, 0.8, 0.9]))).toMatchObject({ slope: 0 });
    expect(platt(binaryOf([1, 1], [0.2, 0.9]))).toBeCloseTo(3 / 4, 12);
    expect(platt(binaryOf([], []))).toBe(0.5);
    expect(fitTemperature(binaryOf([], []))).toEqual({ kind: 'temperature', temperature: 1 });
    expect(() => fitIsotonic(binaryOf([1, 0], [0.1, 0.9]))).toThrow('evaluation.too-few-notes');
  });
});

describe('isotonicRegression', () => {
  it('is the best rising fit, by the minimax formula, which shares nothing with pooling', () => {
    const notes = fc.array(fc.tuple(fc.nat(1), fc.nat(4)), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(notes, (pairs) => {
        const blocks = isotonicRegression(
          binaryOf(
            pairs.map(([truth]) => truth),
            pairs.map(([, score]) => score),
          ),
        );
        const values = blocks.map(({ value }) => value);
        expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
        const distinct = [...new Set(pairs.map(([, score]) => score))].sort((a, b) => a - b);
        const mean = (from: number, to: number) => {
          const own = pairs.filter(([, s]) => s >= distinct[from] && s <= distinct[to]);
          return own.reduce((sum, [truth]) => sum + truth, 0) / own.length;
        };
        distinct.forEach((score, place) => {
          const lowers = distinct
            .slice(0, place + 1)
            .map((_, from) =>
              Math.min(...distinct.slice(place).map((_, offset) => mean(from, place + offset))),
            );
          const fitted = blocks.find(({ highest }) => highest >= score)!;
          expect(fitted.value).toBeCloseTo(Math.max(...lowers), 12);
        });
      }),
    );
  });
});
