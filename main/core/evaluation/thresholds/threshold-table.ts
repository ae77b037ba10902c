import type { Interval } from '#core/evaluation/intervals/interval.ts';
import { clopperPearsonInterval } from '#core/evaluation/intervals/clopper-pearson-interval.ts';
import { predictiveValueIntervals } from '#core/evaluation/intervals/predictive-value-intervals.ts';
import { wilsonInterval } from '#core/evaluation/intervals/wilson-interval.ts';
import {
  countPositives,
  type BinaryScores,
} from '#core/evaluation/predictions/one-against-rest.ts';
import { requireNumbers } from '#core/evaluation/predictions/require-numbers.ts';
import type { BinaryConfusion } from './confusion-at-threshold.ts';
import { GroupedCount } from './grouped-count.ts';
import { predictiveValues } from './predictive-values.ts';
import { requireShare } from './require-share.ts';

/** A number with its intervals, the one to be shown first; null where there is nothing to count. */
export interface Measured {
  readonly value: number | null;
  readonly intervals: readonly Interval[];
}

/** What alerting from a score on gives. */
export interface ThresholdRow extends BinaryConfusion {
  /** An alert from this score on. */
  readonly threshold: number;
  readonly sensitivity: Measured;
  readonly specificity: Measured;
  /** Among these notes, at their own prevalence. */
  readonly ppv: Measured;
  readonly npv: Measured;
  /** At the stated prevalence; null where positives or negatives are missing. */
  readonly atPrevalence: {
    readonly ppv: Measured;
    readonly npv: Measured;
    readonly alertsPerThousand: Measured;
  } | null;
}

export interface ThresholdTableInput {
  readonly binary: BinaryScores;
  /** [items] whose notes depend on each other, in the order of `binary`; null stands alone. */
  readonly groupIds: readonly (string | null)[];
  /** Any numbers, in any order. */
  readonly thresholds: readonly number[];
  /** Between 0 and 1. */
  readonly prevalence: number;
  readonly confidence?: number;
}

/**
 * A row for each threshold, lowest first, each figure as `thresholdFigures` and `predictiveValues` give
 * it, with the notes of a patient counting for less in every interval. One pass over the sorted
 * notes: O(n log n) however many thresholds. Throws `evaluation.out-of-range` for a prevalence that is
 * not between 0 and 1, or `evaluation.not-a-number`.
 */
export function thresholdTable(input: ThresholdTableInput): ThresholdRow[] {
  const { binary, groupIds, thresholds, prevalence, confidence = 0.95 } = input;
  requireShare('prevalence', prevalence, 'without-ends');
  requireNumbers(binary.scores);
  const { truths, scores } = binary;
  const places = truths.keys();
  const order = Uint32Array.from(places).sort((a, b) => scores[a] - scores[b]);
  const [alerted, others] = [new GroupedCount(), new GroupedCount()];
  const sides = [new GroupedCount(), new GroupedCount()];
  for (let item = 0; item < truths.length; item++) {
    alerted.add(groupIds[item]);
    sides[truths[item]].add(groupIds[item]);
  }
  const positives = countPositives(binary);
  const counts = { falseNegatives: 0, trueNegatives: 0 };
  let next = 0;
  return thresholds
    .toSorted((a, b) => a - b)
    .map((threshold): ThresholdRow => {
      for (; next < order.length && scores[order[next]] < threshold; next++) {
        const item = order[next];
        counts[truths[item] === 1 ? 'falseNegatives' : 'trueNegatives']++;
        alerted.remove(groupIds[item]);
        others.add(groupIds[item]);
      }
      const truePositives = positives - counts.falseNegatives;
      const falsePositives = truths.length - positives - counts.trueNegatives;
      const share = (count: number, of: GroupedCount) => measureShare(count, of, confidence);
      const sensitivity = share(truePositives, sides[1]);
      const specificity = share(counts.trueNegatives, sides[0]);
      return {
        threshold,
        truePositives,
        falsePositives,
        ...counts,
        sensitivity,
        specificity,
        ppv: share(truePositives, alerted),
        npv: share(counts.trueNegatives, others),
        atPrevalence:
          sensitivity.value === null || specificity.value === null
            ? null
            : measureAt(
                prevalence,
                {
                  sensitivity: sensitivity.value,
                  positives: sides[1].effective,
                  specificity: specificity.value,
                  negatives: sides[0].effective,
                },
                confidence,
              ),
      };
    });
}

function measureShare(count: number, of: GroupedCount, confidence: number): Measured {
  if (of.total === 0) return { value: null, intervals: [] };
  const value = count / of.total;
  const effective = value * of.effective;
  return {
    value,
    intervals: [
      wilsonInterval(effective, of.effective, confidence),
      clopperPearsonInterval(effective, of.effective, confidence),
    ],
  };
}

function measureAt(
  prevalence: number,
  counts: Parameters<typeof predictiveValueIntervals>[0],
  confidence: number,
): NonNullable<ThresholdRow['atPrevalence']> {
  const values = predictiveValues(counts, prevalence);
  const intervals = predictiveValueIntervals(counts, prevalence, confidence);
  const measured = (name: keyof typeof values): Measured => ({
    value: values[name],
    intervals: values[name] === null ? [] : [intervals[name]],
  });
  return {
    ppv: measured('ppv'),
    npv: measured('npv'),
    alertsPerThousand: measured('alertsPerThousand'),
  };
}
