import { AnamnesisError } from '#core/base/error.ts';
import { chooseCalibration } from '#core/evaluation/calibration/choose-calibration.ts';
import { classFigures } from '#core/evaluation/figures/score-figures.ts';
import {
  countPositives,
  oneAgainstRest,
  selectBinary,
} from '#core/evaluation/predictions/one-against-rest.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { scoreDistribution } from '#core/evaluation/predictions/score-distribution.ts';
import { calibrationCurve } from '#core/evaluation/probabilities/calibration-curve.ts';
import { precisionRecallCurve } from '#core/evaluation/probabilities/precision-recall-curve.ts';
import { rocCurve } from '#core/evaluation/probabilities/roc-curve.ts';
import { thinPoints } from '#core/evaluation/probabilities/thin-points.ts';
import { listGroups } from '#core/evaluation/statistics/list-groups.ts';
import { chooseThresholds } from '#core/evaluation/thresholds/choose-thresholds.ts';
import { decisionCurve } from '#core/evaluation/thresholds/decision-curve.ts';
import { thresholdForSensitivity } from '#core/evaluation/thresholds/threshold-for-sensitivity.ts';
import { thresholdTable } from '#core/evaluation/thresholds/threshold-table.ts';
import { say } from '#core/wording/say.ts';
import type { ClassScores } from './class-scores.ts';

export interface ClassQuestion {
  /** One of the classes. */
  readonly label: string;
  /** Of one fold, from 0; null for all notes together. Calibration is learned from all folds anyway. */
  readonly fold: number | null;
  readonly isCalibrated: boolean;
  /** Between 0 and 1; null for that of the notes. */
  readonly prevalence: number | null;
  /** Between 0 and 1. */
  readonly sensitivity: number | null;
  readonly threshold: number | null;
}

/** At most so many points of a curve, and rows of thresholds. */
export const curveLimit = 300;
export const rowLimit = 101;

/** pₜ of decision curves. */
const decisionThresholds = Array.from({ length: 99 }, (_, index) => (index + 1) / 100);

/**
 * What scores say of one class: curves, figures, thresholds and what they give. Curves and rows are
 * bounded, so that they can be drawn and sent. Throws `evaluation.unknown-label`, `evaluation.empty`,
 * `evaluation.out-of-range` or `evaluation.not-a-number`.
 */
export function judgeClass(all: OutOfFoldScores, question: ClassQuestion): ClassScores {
  const { label, fold } = question;
  requireLabel(all, label);
  const pooled = oneAgainstRest(all, label);
  const chosen = chooseCalibration(
    pooled,
    all.notes.map((note) => note.fold),
  );
  const items = Int32Array.from(pooled.truths.keys()).filter(
    (item) => fold === null || all.notes[item].fold === fold,
  );
  requireNotes(items);
  const calibrated = chosen && selectBinary(chosen.calibrated, items);
  const isCalibrated = question.isCalibrated && calibrated !== null;
  const binary = isCalibrated ? calibrated : selectBinary(pooled, items);
  const groupIds = Array.from(items, (item) => all.notes[item].groupId);
  const positives = countPositives(binary);
  const ownPrevalence = positives / items.length;
  const prevalence = question.prevalence ?? ownPrevalence;
  // Notes of one class alone have no prevalence at which anything could be said.
  const canTell = question.prevalence !== null || (prevalence > 0 && prevalence < 1);
  const rowsAt = (thresholds: readonly number[]) =>
    canTell ? thresholdTable({ binary, groupIds, thresholds, prevalence }) : [];
  const threshold =
    question.sensitivity === null
      ? null
      : thresholdForSensitivity({ binary, groupIds, sensitivity: question.sensitivity });
  return {
    label,
    notes: items.length,
    positives,
    groups: listGroups(groupIds).length,
    ownPrevalence,
    prevalence,
    calibration: chosen && withoutScores(chosen),
    isCalibrated,
    figures: classFigures(label, binary),
    roc: thin(rocCurve(binary), (point) => point.sensitivity + point.falsePositiveRate),
    precisionRecall: thin(
      precisionRecallCurve(binary),
      ({ recall, threshold: score }) => recall - score,
    ),
    calibrationCurve: calibrationCurve(binary),
    decisionCurve: calibrated && decisionCurve(calibrated, decisionThresholds, prevalence),
    distribution: scoreDistribution(binary),
    thresholds: rowsAt(chooseThresholds(binary.scores, rowLimit)),
    chosen: question.threshold === null ? null : (rowsAt([question.threshold]).at(0) ?? null),
    wanted: threshold && {
      threshold,
      row: threshold.state === 'claimed' ? (rowsAt([threshold.threshold]).at(0) ?? null) : null,
    },
  };
}

function thin<Point>(
  points: readonly Point[] | null,
  positionOf: (point: Point) => number,
): Point[] | null {
  return points && thinPoints(points, curveLimit, positionOf);
}

function withoutScores({
  calibrated: _,
  ...others
}: NonNullable<ReturnType<typeof chooseCalibration>>): ClassScores['calibration'] {
  return others;
}

function requireLabel({ labels }: OutOfFoldScores, label: string): void {
  if (labels.includes(label)) return;
  throw new AnamnesisError('evaluation.unknown-label', {
    expected: say('scores', 'oneOfClasses'),
    found: say('scores', 'anotherName'),
    remedy: say('scores', 'nameClass'),
  });
}

function requireNotes(items: Int32Array): void {
  if (items.length > 0) return;
  throw new AnamnesisError('evaluation.empty', {
    expected: say('scores', 'finishedFold'),
    found: say('scores', 'none'),
    remedy: say('scores', 'finishFold'),
  });
}
