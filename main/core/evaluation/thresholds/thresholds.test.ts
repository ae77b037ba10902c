import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { confusionAtThreshold } from './confusion-at-threshold.ts';
import { decisionCurve } from './decision-curve.ts';
import { effectiveCount } from '#core/evaluation/intervals/effective-count.ts';
import { predictiveValues } from './predictive-values.ts';
import { thresholdForSensitivity } from './threshold-for-sensitivity.ts';

const reference = JSON.parse(
  readFileSync('test/fixtures/evaluation/probabilities.json', 'utf8'),
) as {
  bounds: { positives: number; wanted: number; missed: number }[];
  decisions: {
    truths: number[];
    scores: number[];
    prevalence: number | null;
    thresholds: number[];
    model: number[];
    all: number[];
    none: number[];
  }[];
};
const binaryOf = (truths: readonly number[], scores: readonly number[]): BinaryScores => ({
  truths: Uint8Array.from(truths),
  scores: Float64Array.from(scores),
});
const alone = (count: number) => new Array<null>(count).fill(null);
/** So many positives, with the scores 1, 2, 3, … */
const positives = (count: number) =>
  binaryOf(
    new Array<number>(count).fill(1),
    [...new Array(count).keys()].map((index) => index + 1),
  );

describe('thresholdForSensitivity', () => {
  it(`misses as many as SciPy's binomial allows, ${reference.bounds.length} cases`, () => {
    for (const { positives: count, wanted, missed } of reference.bounds) {
      const found = thresholdForSensitivity({
        binary: positives(count),
        groupIds: alone(count),
        sensitivity: wanted,
      });
      if (missed < 0) {
        expect(found.state).toBe('cannot-be-claimed');
        continue;
      }
      expect(found).toMatchObject({ state: 'claimed', missed, threshold: missed + 1 });
      expect(found.state === 'claimed' && found.lowerBound).toBeGreaterThanOrEqual(wanted);
    }
  });

  it('says how many positives would be needed: 59 for 95 %', () => {
    const ask = (count: number) =>
      thresholdForSensitivity({
        binary: positives(count),
        groupIds: alone(count),
        sensitivity: 0.95,
      });
    expect(ask(58)).toMatchObject({
      state: 'cannot-be-claimed',
      reason: 'too-few-positives',
      positives: 58,
      neededPositives: 59,
    });
    expect(ask(59)).toMatchObject({ state: 'claimed', missed: 0, observed: 1 });
    expect(ask(0)).toMatchObject({ state: 'cannot-be-claimed', neededPositives: 59 });
  });

  it('looks at positives only, and counts those that tie with the threshold as found', () => {
    const truths = new Array<number>(100).fill(1);
    const scores = truths.map((_, index) => (index < 10 ? 0.4 : 0.9));
    const binary = binaryOf([...truths, 0, 0, 0], [...scores, 0.01, 0.02, 0.99]);
    expect(
      thresholdForSensitivity({ binary, groupIds: alone(103), sensitivity: 0.95 }),
    ).toMatchObject({ threshold: 0.4, missed: 0, observed: 1, positives: 100 });
  });

  it('counts several notes of a patient for less', () => {
    const ask = (groupIds: string[]) =>
      thresholdForSensitivity({ binary: positives(100), groupIds, sensitivity: 0.95 });
    const groupIds = (size: number) =>
      Array.from({ length: 100 }, (_, note) => `patient ${Math.floor(note / size)}`);
    expect(ask(groupIds(1))).toMatchObject({ effectivePositives: 100, missed: 1 });
    expect(ask(groupIds(2))).toMatchObject({
      state: 'cannot-be-claimed',
      effectivePositives: 50,
      neededPositives: 59,
    });
  });

  it('refuses shares outside 0 … 1', () => {
    for (const sensitivity of [0, 1, 95, NaN]) {
      expect(() =>
        thresholdForSensitivity({ binary: positives(5), groupIds: alone(5), sensitivity }),
      ).toThrow('evaluation.out-of-range');
    }
  });

  it('refuses scores that are no numbers', () => {
    const binary = binaryOf([1, 1], [NaN, 1]);
    expect(() => thresholdForSensitivity({ binary, groupIds: alone(2), sensitivity: 0.5 })).toThrow(
      'evaluation.not-a-number',
    );
  });

  /** How often the true sensitivity is below what was claimed; scores of positives are uniform. */
  const brokenClaims = (draw: (random: RandomStream) => [number[], (string | null)[]]) => {
    const random = new RandomStream(59, 'claims');
    const outcomes = { claimed: 0, broken: 0 };
    for (let trial = 0; trial < 4000; trial++) {
      const [scores, groupIds] = draw(random);
      const binary = binaryOf(new Array<number>(scores.length).fill(1), scores);
      const found = thresholdForSensitivity({ binary, groupIds, sensitivity: 0.95 });
      if (found.state !== 'claimed') continue;
      outcomes.claimed++;
      outcomes.broken += Number(1 - found.threshold < 0.95);
    }
    return outcomes;
  };

  it('keeps its claim in 95 % of 4,000 samples of 100 positives, and is not far more careful', () => {
    const { claimed, broken } = brokenClaims((random) => [
      Array.from({ length: 100 }, () => random.uniform()),
      alone(100),
    ]);
    expect(claimed).toBe(4000);
    // The exact chance is BinomCDF(1; 100, 0.05) = 3.7 %.
    expect(broken / claimed).toBeLessThan(0.037 + 0.009);
    expect(broken / claimed).toBeGreaterThan(0.037 - 0.009);
  });

  it('keeps its claim with unequal patients whose notes are alike; notes alone would not', () => {
    const draw = (random: RandomStream): [number[], string[]] => {
      const scores: number[] = [];
      const groupIds: string[] = [];
      for (let patient = 0; patient < 150; patient++) {
        const own = random.uniform();
        const size = patient % 5 === 0 ? 4 : 1;
        for (let note = 0; note < size; note++) {
          // Four notes of five are copies of one another.
          scores.push(random.uniform() < 0.8 ? own : random.uniform());
          groupIds.push(`patient ${patient}`);
        }
      }
      return [scores, groupIds];
    };
    const grouped = brokenClaims(draw);
    expect(grouped.claimed).toBe(4000);
    expect(grouped.broken / 4000).toBeLessThan(0.05 + 0.01);
    const naive = brokenClaims((random) => [draw(random)[0], alone(240)]);
    expect(naive.broken / 4000).toBeGreaterThan(0.06);
  });
});

describe('effectiveCount', () => {
  it('is the number of patients where all are equally large, and of notes where each is alone', () => {
    expect(effectiveCount([])).toBe(0);
    expect(effectiveCount([null, null, null])).toBe(3);
    expect(effectiveCount(['a', 'b', 'a', 'b'])).toBe(2);
    expect(effectiveCount(['a', 'a', 'a', 'b'])).toBeCloseTo(16 / 10, 14);
  });
});

describe('predictiveValues', () => {
  it('are 117 alerts per 1,000 and a PPV of 16.2 % for π = .02, Se = .95, Sp = .90', () => {
    const { ppv, npv, alertsPerThousand } = predictiveValues(
      { sensitivity: 0.95, specificity: 0.9 },
      0.02,
    );
    expect(alertsPerThousand).toBeCloseTo(117, 10);
    expect(ppv!.toFixed(3)).toBe('0.162');
    expect(npv).toBeCloseTo(0.882 / 0.883, 12);
  });

  it('are those of the counts at the prevalence of the counts', () => {
    const { ppv, npv } = predictiveValues({ sensitivity: 8 / 10, specificity: 27 / 30 }, 10 / 40);
    expect(ppv).toBeCloseTo(8 / 11, 12);
    expect(npv).toBeCloseTo(27 / 29, 12);
  });

  it('are not defined where nothing, or all, alerts', () => {
    expect(predictiveValues({ sensitivity: 0, specificity: 1 }, 0.1)).toMatchObject({ ppv: null });
    expect(predictiveValues({ sensitivity: 1, specificity: 0 }, 0.1)).toMatchObject({ npv: null });
    expect(() => predictiveValues({ sensitivity: 0.9, specificity: 0.9 }, 2)).toThrow(
      'prevalence: expected a number from 0 to 1',
    );
  });
});

describe('decisionCurve', () => {
  it(`equals dcurves, ${reference.decisions.length} curves`, () => {
    for (const {
      truths,
      scores,
      prevalence,
      thresholds,
      model,
      all,
      none,
    } of reference.decisions) {
      const points = decisionCurve(binaryOf(truths, scores), thresholds, prevalence ?? undefined);
      points!.forEach((point, index) => {
        expect(point.model).toBeCloseTo(model[index], 9);
        expect(point.treatAll).toBeCloseTo(all[index], 9);
        expect(point.treatNone).toBe(none[index]);
      });
    }
  });

  it('is .0903 beside .0526 for treating all at π = .1, Se = .95, Sp = .90 and pₜ = .05', () => {
    const scores = [...new Array<number>(19).fill(0.9), 0, 0.9, ...new Array<number>(9).fill(0)];
    const truths = scores.map((_, index) => Number(index < 20));
    const [point] = decisionCurve(binaryOf(truths, scores), [0.05], 0.1)!;
    expect([point.model, point.treatAll].map((value) => value.toFixed(4))).toEqual([
      '0.0903',
      '0.0526',
    ]);
  });

  it('needs both classes and thresholds between 0 and 1', () => {
    expect(decisionCurve(positives(3), [0.5])).toBeNull();
    for (const threshold of [0, 1]) {
      expect(() => decisionCurve(positives(3), [threshold])).toThrow('evaluation.out-of-range');
    }
  });
});

describe('confusionAtThreshold', () => {
  it('alerts from the threshold on', () => {
    const binary = binaryOf([1, 1, 0, 0, 1], [0.5, 0.4, 0.5, 0.1, 0.9]);
    expect(confusionAtThreshold(binary, 0.5)).toEqual({
      truePositives: 2,
      falsePositives: 1,
      trueNegatives: 1,
      falseNegatives: 1,
    });
    expect(confusionAtThreshold(binary, Infinity)).toMatchObject({ falseNegatives: 3 });
  });
});
