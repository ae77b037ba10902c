import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import { applyCalibrator } from '#core/evaluation/calibration/calibrator.ts';
import { effectiveCount } from '#core/evaluation/intervals/effective-count.ts';
import { clopperPearsonLower } from '#core/evaluation/intervals/clopper-pearson-interval.ts';
import { oneAgainstRest } from '#core/evaluation/predictions/one-against-rest.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { thresholdTable, type ThresholdRow } from '#core/evaluation/thresholds/threshold-table.ts';

/** What a threshold gives on notes that nothing of it was learned from. */
export interface ConfirmedRule {
  readonly label: string;
  readonly wanted: ScreeningRule['wanted'];
  /** One-sided bounds of the sensitivity at the wanted confidence, patients kept together. */
  readonly bounds: { readonly lower: number; readonly upper: number };
  /**
   * Confirmed: the wanted sensitivity lies below the lower bound. Contradicted: above the upper one. Open:
   * too few positives to say either.
   */
  readonly verdict: 'confirmed' | 'contradicted' | 'open';
  readonly row: ThresholdRow;
}

/**
 * Holds the threshold of a rule against scores of notes that it was not learned from, calibrated as the
 * rule has it. Null where the rule claims no threshold, or where no note is of its class. The bounds are
 * Clopper and Pearson’s (Biometrika 26, 1934) with the effective number of positives, as in
 * `thresholdForSensitivity`.
 */
export function confirmRule(rule: ScreeningRule, scores: OutOfFoldScores): ConfirmedRule | null {
  const { label, threshold, calibrator, wanted, prevalence } = rule;
  if (threshold === null || !scores.labels.includes(label)) return null;
  const given = oneAgainstRest(scores, label);
  const binary =
    calibrator === null
      ? given
      : { ...given, scores: given.scores.map((score) => applyCalibrator(calibrator, score)) };
  const groupIds = scores.notes.map(({ groupId }) => groupId);
  const canTell = prevalence > 0 && prevalence < 1;
  const [row] = thresholdTable({
    ...{ binary, groupIds, thresholds: [threshold.probability] },
    prevalence: canTell ? prevalence : 0.5,
  });
  const effective = effectiveCount(groupIds.filter((_, item) => binary.truths[item] === 1));
  const share = row.sensitivity.value;
  if (share === null) return null;
  const [found, missed] = [share * effective, (1 - share) * effective];
  const bounds = {
    lower: clopperPearsonLower(found, effective, wanted.confidence),
    upper: 1 - clopperPearsonLower(missed, effective, wanted.confidence),
  };
  return {
    ...{ label, wanted, bounds },
    verdict:
      bounds.lower >= wanted.sensitivity
        ? 'confirmed'
        : bounds.upper < wanted.sensitivity
          ? 'contradicted'
          : 'open',
    row: canTell ? row : { ...row, atPrevalence: null },
  };
}
