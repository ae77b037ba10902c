import type { CalibrationBin } from '#core/evaluation/probabilities/calibration-curve.ts';
import type { PrecisionRecallPoint } from '#core/evaluation/probabilities/precision-recall-curve.ts';
import type { RocPoint } from '#core/evaluation/probabilities/roc-curve.ts';
import type { ChosenCalibration } from '#core/evaluation/calibration/choose-calibration.ts';
import type { Figure } from '#core/evaluation/figures/figure.ts';
import type { ScoreBin } from '#core/evaluation/predictions/score-distribution.ts';
import type { DecisionPoint } from '#core/evaluation/thresholds/decision-curve.ts';
import type { ThresholdRow } from '#core/evaluation/thresholds/threshold-table.ts';
import type { SensitivityThreshold } from '#core/evaluation/thresholds/threshold-for-sensitivity.ts';

/** Everything that the out-of-fold scores of a model say of one class against all others. */
export interface ClassScores {
  readonly label: string;
  readonly notes: number;
  readonly positives: number;
  /** Patients and the like; notes without one count each. */
  readonly groups: number;
  /** Share of positives among the notes. */
  readonly ownPrevalence: number;
  /** That of the rows and the decision curve: the stated one, else their own. */
  readonly prevalence: number;
  /** How calibrating does, over all folds; null where it cannot be learned. */
  readonly calibration: Omit<ChosenCalibration, 'calibrated'> | null;
  /** Whether curves, figures and thresholds are of calibrated probabilities. */
  readonly isCalibrated: boolean;
  /** AUROC, average precision, Brier score, log loss, calibration error, intercept and slope. */
  readonly figures: readonly Figure[];
  /** Null where a class is missing, as of the others. */
  readonly roc: readonly RocPoint[] | null;
  readonly precisionRecall: readonly PrecisionRecallPoint[] | null;
  readonly calibrationCurve: readonly CalibrationBin[];
  /** Always of calibrated probabilities; null also where they cannot be had. */
  readonly decisionCurve: readonly DecisionPoint[] | null;
  readonly distribution: readonly ScoreBin[];
  /** At thresholds from the lowest score to the highest; empty where the prevalence is 0 or 1. */
  readonly thresholds: readonly ThresholdRow[];
  /** At the threshold that was asked for; null where none was. */
  readonly chosen: ThresholdRow | null;
  /** Null where no sensitivity was asked for. */
  readonly wanted: {
    readonly threshold: SensitivityThreshold;
    /** At that threshold; null where none can be claimed. */
    readonly row: ThresholdRow | null;
  } | null;
}
