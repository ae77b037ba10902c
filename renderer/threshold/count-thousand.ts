import type { ClassScoresView } from '#contract/scores.ts';

export type ThresholdRow = ClassScoresView['thresholds'][number];

/** Of 1,000 notes at a prevalence, whole notes that add up to 1,000. */
export interface Thousand {
  readonly found: number;
  readonly missed: number;
  readonly falseAlerts: number;
  readonly quiet: number;
}

/**
 * What a threshold does to 1,000 notes, in whole notes: each of positives and negatives is rounded first,
 * so that the parts add up. Null where positives or negatives are missing.
 */
export function countThousand(
  { sensitivity, specificity }: Pick<ThresholdRow, 'sensitivity' | 'specificity'>,
  prevalence: number,
): Thousand | null {
  if (sensitivity.value === null || specificity.value === null) return null;
  const positives = Math.round(1000 * prevalence);
  const found = Math.round(positives * sensitivity.value);
  const negatives = 1000 - positives;
  const quiet = Math.round(negatives * specificity.value);
  return { found, missed: positives - found, falseAlerts: negatives - quiet, quiet };
}

/** The row whose threshold is nearest to a score. */
export function nearestRow(rows: readonly ThresholdRow[], threshold: number): number {
  return rows.reduce(
    (best, row, index) =>
      Math.abs(row.threshold - threshold) < Math.abs(rows[best].threshold - threshold)
        ? index
        : best,
    0,
  );
}

/** Where one begins to look: half of the probability, where classes are told apart without a choice. */
export const usualThreshold = 0.5;
