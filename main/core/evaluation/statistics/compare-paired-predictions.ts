import { AnamnesisError } from '#core/base/error.ts';
import type { Interval } from '#core/evaluation/intervals/interval.ts';
import { listGroups } from './list-groups.ts';
import { normalUpperTail } from './normal-distribution.ts';
import { signFlipP } from './sign-flip-p.ts';
import { studentCriticalValue } from './student-t.ts';

/** Whether each of two models was right on the same note. */
export interface PairedPrediction {
  /** Whose notes depend on each other, usually the patient; null: the note stands alone. */
  readonly groupId: string | null;
  readonly aIsRight: boolean;
  readonly bIsRight: boolean;
}

export interface PairedPredictionComparison {
  readonly noteCount: number;
  readonly groupCount: number;
  /** Notes on which only one of the models was right. */
  readonly onlyARight: number;
  readonly onlyBRight: number;
  /** Accuracy of a minus that of b. */
  readonly difference: number;
  /** Of the difference, from the spread between groups; null with a single group. */
  readonly interval: Interval | null;
  /** Obuchowski’s, χ² with one degree of freedom; null where the models never differ. */
  readonly statistic: number | null;
  /** Two-sided, of the statistic; approximate, for many groups. */
  readonly p: number;
  /** Two-sided and exact: of all ways to swap the models in whole groups. To be reported. */
  readonly exactP: number;
}

/**
 * McNemar’s test (Psychometrika 12, 1947) of pooled predictions, with groups of dependent notes:
 * Obuchowski, "On the comparison of correlated proportions for clustered data", Statistics in Medicine
 * 17 (1998), (Σ dᵢ)²/(k/(k − 1)·Σ dᵢ²) over the k groups, dᵢ how many more notes a got right; and
 * exactly, by swapping the models within groups. Where each note stands alone the exact form is
 * McNemar’s exact binomial test. Throws `evaluation.empty`.
 */
export function comparePairedPredictions(
  predictions: readonly PairedPrediction[],
  confidence = 0.95,
): PairedPredictionComparison {
  if (predictions.length === 0) {
    throw new AnamnesisError('evaluation.empty', {
      expected: 'at least one note that both models have judged',
      found: 'none',
      remedy: 'Compare models that have finished the same folds of the task.',
    });
  }
  const groups = listGroups(predictions.map(({ groupId }) => groupId));
  const favours = predictions.map(({ aIsRight, bIsRight }) => Number(aIsRight) - Number(bIsRight));
  const sums = groups.map((group) => group.reduce((sum, item) => sum + favours[item], 0));
  const sizes = groups.map(({ length }) => length);
  const total = sums.reduce((sum, each) => sum + each, 0);
  const squares = sums.reduce((sum, each) => sum + each * each, 0);
  const k = groups.length;
  const statistic = squares === 0 || k === 1 ? null : (total * total * (k - 1)) / (k * squares);
  return {
    noteCount: predictions.length,
    groupCount: k,
    onlyARight: favours.filter((each) => each > 0).length,
    onlyBRight: favours.filter((each) => each < 0).length,
    difference: total / predictions.length,
    interval: differenceInterval(sums, sizes, confidence),
    statistic,
    p: statistic === null ? 1 : 2 * normalUpperTail(Math.sqrt(statistic)),
    exactP: signFlipP(sums),
  };
}

/** d ± t·√(k/(k − 1)·Σ (dᵢ − nᵢ·d)²)/n: Liang and Zeger’s robust error (Biometrika 73, 1986). */
function differenceInterval(
  sums: readonly number[],
  sizes: readonly number[],
  confidence: number,
): Interval | null {
  const k = sums.length;
  if (k < 2) return null;
  const noteCount = sizes.reduce((sum, size) => sum + size, 0);
  const difference = sums.reduce((sum, each) => sum + each, 0) / noteCount;
  const squares = sums.reduce(
    (sum, each, group) => sum + (each - sizes[group] * difference) ** 2,
    0,
  );
  const error = Math.sqrt((k / (k - 1)) * squares) / noteCount;
  const reach = studentCriticalValue(confidence, k - 1) * error;
  return { lower: difference - reach, upper: difference + reach, confidence, method: 'student-t' };
}
