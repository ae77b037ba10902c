import type { Expected, ScreeningRule } from '#core/domain/screening-rule.ts';
import { chooseCalibration } from '#core/evaluation/calibration/choose-calibration.ts';
import { countPositives, oneAgainstRest } from '#core/evaluation/predictions/one-against-rest.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { listGroups } from '#core/evaluation/statistics/list-groups.ts';
import {
  neededPositives,
  thresholdForSensitivity,
} from '#core/evaluation/thresholds/threshold-for-sensitivity.ts';
import { thresholdTable, type Measured } from '#core/evaluation/thresholds/threshold-table.ts';

/** What is asked of a rule. */
export interface WantedScreening {
  /** The class that is looked for. */
  readonly label: string;
  /** Between 0 and 1. */
  readonly sensitivity: number;
  /** Where the model will be used, between 0 and 1; null for that of the notes. */
  readonly prevalence: number | null;
}

const confidence = 0.95;

/**
 * Calibration and threshold for one class from out-of-fold scores: calibrated across folds, then the
 * threshold on calibrated scores. Throws what `thresholdForSensitivity` and `requireShare` throw.
 */
export function makeScreeningRule(scores: OutOfFoldScores, wanted: WantedScreening): ScreeningRule {
  const { label, sensitivity } = wanted;
  const given = oneAgainstRest(scores, label);
  const folds = scores.notes.map(({ fold }) => fold);
  const calibration = chooseCalibration(given, folds);
  const binary = calibration?.calibrated ?? given;
  const groupIds = scores.notes.map(({ groupId }) => groupId);
  const positives = countPositives(binary);
  const own = positives / Math.max(1, scores.notes.length);
  const prevalence = wanted.prevalence ?? own;
  const canTell = prevalence > 0 && prevalence < 1;
  const claim = thresholdForSensitivity({ binary, groupIds, sensitivity, confidence });
  const thresholds = claim.state === 'claimed' ? [claim.threshold] : [];
  // Shares need no prevalence; what needs one is left out where there is none.
  const input = { binary, groupIds, thresholds, prevalence: canTell ? prevalence : 0.5 };
  const row = thresholdTable(input).at(0);
  const at = canTell ? (row?.atPrevalence ?? null) : null;
  return {
    label,
    notes: scores.notes.length,
    positives,
    groups: listGroups(groupIds).length,
    folds: new Set(folds).size,
    calibrator: calibration?.calibrator ?? null,
    wanted: { sensitivity, confidence },
    threshold:
      claim.state !== 'claimed' || row === undefined
        ? null
        : {
            probability: claim.threshold,
            sensitivityBound: claim.lowerBound,
            sensitivity: expected(row.sensitivity),
            specificity: expected(row.specificity),
            ppv: at && expected(at.ppv),
            npv: at && expected(at.npv),
            alertsPerThousand: at && expected(at.alertsPerThousand),
          },
    neededPositives: neededPositives(sensitivity, confidence),
    prevalence,
    isPrevalenceStated: wanted.prevalence !== null,
  };
}

/** With the interval that is shown first; null for a share of nothing. */
function expected({ value, intervals }: Measured): Expected | null {
  const interval = intervals.at(0);
  return value === null || interval === undefined
    ? null
    : { value, lower: interval.lower, upper: interval.upper };
}
