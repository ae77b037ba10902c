import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { thresholdFigures } from '#core/evaluation/figures/threshold-figures.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { chooseThresholds } from './choose-thresholds.ts';
import { confusionAtThreshold } from './confusion-at-threshold.ts';
import { predictiveValues } from './predictive-values.ts';
import { thresholdTable } from './threshold-table.ts';

/** Notes of patients, with ties among the scores and some notes that stand alone. */
function someNotes(count: number): { binary: BinaryScores; groupIds: (string | null)[] } {
  const random = new RandomStream(3, `table/${count}`);
  const truths = Uint8Array.from({ length: count }, () => Number(random.uniform() < 0.3));
  const scores = Float64Array.from(truths, (truth) => {
    return Math.round(20 * Math.min(1, random.uniform() * 0.7 + 0.3 * truth)) / 20;
  });
  const groupIds = Array.from({ length: count }, () =>
    random.uniform() < 0.2 ? null : `patient ${Math.floor((random.uniform() * count) / 4)}`,
  );
  return { binary: { truths, scores }, groupIds };
}

describe('thresholdTable', () => {
  it('gives in one pass what each threshold gives alone, groups and ties included', () => {
    const { binary, groupIds } = someNotes(200);
    const thresholds = [1.5, 0.3, -1, 0.05, 0.55, 0.5500001, 0.9, 1];
    const rows = thresholdTable({ binary, groupIds, thresholds, prevalence: 0.02 });
    expect(rows.map(({ threshold }) => threshold)).toEqual(thresholds.toSorted((a, b) => a - b));
    for (const row of rows) {
      const { threshold } = row;
      expect(row).toMatchObject(confusionAtThreshold(binary, threshold));
      const figures = thresholdFigures({ label: 'x', binary, groupIds, threshold });
      for (const { name, value, intervals } of figures) {
        const own = row[name as 'sensitivity' | 'specificity' | 'ppv' | 'npv'];
        expect(own.value).toBe(value);
        own.intervals.forEach((interval, index) => {
          expect(interval.lower).toBeCloseTo(intervals[index].lower, 12);
          expect(interval.upper).toBeCloseTo(intervals[index].upper, 12);
        });
      }
      const [sensitivity, specificity] = [
        row.sensitivity.value ?? NaN,
        row.specificity.value ?? NaN,
      ];
      const expected = predictiveValues({ sensitivity, specificity }, 0.02);
      expect(row.atPrevalence?.ppv.value).toBe(expected.ppv);
      expect(row.atPrevalence?.npv.value).toBe(expected.npv);
      expect(row.atPrevalence?.alertsPerThousand.value).toBe(expected.alertsPerThousand);
    }
  });

  it.each([0, 1, -0.1, 1.2, NaN])('refuses a prevalence of %s', (prevalence) => {
    const { binary, groupIds } = someNotes(20);
    expect(() => thresholdTable({ binary, groupIds, thresholds: [0.5], prevalence })).toThrow(
      expect.objectContaining({ code: 'evaluation.out-of-range' }),
    );
  });

  it('says of notes of one class what can be said', () => {
    const binary = { truths: Uint8Array.of(0, 0), scores: Float64Array.of(0.2, 0.8) };
    const [row] = thresholdTable({
      ...{ binary, thresholds: [0.5], prevalence: 0.1 },
      groupIds: [null, null],
    });
    expect(row.sensitivity).toEqual({ value: null, intervals: [] });
    expect(row.specificity.value).toBe(0.5);
    expect(row.atPrevalence).toBeNull();
  });
});

describe('chooseThresholds', () => {
  it('takes all distinct scores where they are few, else ones with as many notes between', () => {
    expect(chooseThresholds(Float64Array.of(0.3, 0.1, 0.3), 10)).toEqual([0.1, 0.3]);
    const scores = Float64Array.from({ length: 1000 }, (_, index) => (index / 999) ** 3);
    const chosen = chooseThresholds(scores, 11);
    expect(chosen).toHaveLength(11);
    expect([chosen[0], chosen[10]]).toEqual([0, 1]);
    expect(chosen[5]).toBeCloseTo(0.125, 2);
    expect(chooseThresholds(new Float64Array(0), 11)).toEqual([]);
  });
});
