import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { predictiveValues } from '#core/evaluation/thresholds/predictive-values.ts';
import { predictiveValueIntervals } from './predictive-value-intervals.ts';

const trials = 2000 * Number(process.env.ANAMNESIS_TRIALS ?? 1);
const names = ['ppv', 'npv', 'alertsPerThousand'] as const;

function countOf(random: RandomStream, total: number, share: number): number {
  let count = 0;
  for (let item = 0; item < total; item++) count += Number(random.uniform() < share);
  return count;
}

describe('predictiveValueIntervals', () => {
  it.each([
    { sensitivity: 0.9, positives: 60, specificity: 0.85, negatives: 200, prevalence: 0.02 },
    { sensitivity: 0.95, positives: 100, specificity: 0.97, negatives: 400, prevalence: 0.1 },
    { sensitivity: 0.6, positives: 40, specificity: 0.7, negatives: 60, prevalence: 0.5 },
  ])('cover what is true in about 95 of 100 samples: %j', (truth) => {
    const { sensitivity, positives, specificity, negatives, prevalence } = truth;
    const exact = predictiveValues(truth, prevalence);
    const random = new RandomStream(11, `predictive/${prevalence}`);
    const covered = { ppv: 0, npv: 0, alertsPerThousand: 0 };
    for (let trial = 0; trial < trials; trial++) {
      const counts = {
        sensitivity: countOf(random, positives, sensitivity) / positives,
        positives,
        specificity: countOf(random, negatives, specificity) / negatives,
        negatives,
      };
      const intervals = predictiveValueIntervals(counts, prevalence);
      for (const name of names) {
        const { lower, upper } = intervals[name];
        const value = exact[name] ?? NaN;
        covered[name] += Number(lower <= value && value <= upper);
      }
    }
    for (const name of names) {
      expect(covered[name] / trials, name).toBeGreaterThan(0.94);
      expect(covered[name] / trials, name).toBeLessThan(0.975);
    }
  });

  it('stay finite where nothing was missed or nothing is known', () => {
    const clean = predictiveValueIntervals(
      { sensitivity: 1, positives: 20, specificity: 1, negatives: 30 },
      0.1,
    );
    const nothing = predictiveValueIntervals(
      { sensitivity: 1, positives: 0, specificity: 1, negatives: 0 },
      0.1,
    );
    for (const name of names) {
      expect(Number.isFinite(clean[name].lower) && clean[name].lower < clean[name].upper).toBe(
        true,
      );
    }
    expect(nothing.alertsPerThousand).toMatchObject({ upper: 1000 });
    expect(nothing.ppv).toMatchObject({ lower: 0, upper: 1 });
    expect(nothing.npv).toMatchObject({ lower: 0, upper: 1 });
  });
});
