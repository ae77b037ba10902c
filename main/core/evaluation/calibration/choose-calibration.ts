import type { Calibrator } from '#core/domain/screening-rule.ts';
import { largestOf } from '#core/base/extremes.ts';
import { selectBinary, type BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { logLoss } from '#core/evaluation/probabilities/log-loss.ts';
import { applyCalibrator, type CalibratorKind } from './calibrator.ts';
import { crossFitCalibration } from './cross-fit-calibration.ts';
import { fitCalibrator } from './fit-calibrator.ts';
import { smallestIsotonicCount } from './fit-isotonic.ts';

/** The simplest first: of equally good ones the first is taken. */
const kinds: readonly CalibratorKind[] = ['temperature', 'platt', 'isotonic'];

/** Parts of the data by which calibrations are judged; folds are put together to so many. */
const partCount = 5;

/** One kind of calibration, and what it gave on notes that it had not learned from. */
export interface CalibrationCandidate {
  readonly kind: CalibratorKind;
  /** Cross-fitted; null where there are too few notes for this kind. */
  readonly logLoss: number | null;
}

export interface ChosenCalibration {
  /** Fitted on all items, of the kind with the least cross-fitted log loss: for notes to come. */
  readonly calibrator: Calibrator;
  readonly candidates: readonly CalibrationCandidate[];
  /** Log loss of the scores as they were given. */
  readonly logLossAsGiven: number;
  /** Of `calibrated`: what to expect of calibrating, the choice among the kinds included. */
  readonly logLossCalibrated: number;
  /**
   * [items] each calibrated by a calibrator that was fitted, and whose kind was chosen, on other parts
   * of the data: for figures, thresholds and curves.
   */
  readonly calibrated: BinaryScores;
}

/**
 * Calibration by temperature, Platt or isotonic regression, whichever predicts notes best that it did
 * not learn from. The choice is made inside the cross-fitting, as the fit is: choosing among kinds on
 * the notes that are then judged would flatter (Cawley and Talbot, JMLR 11, 2010). `folds` is [items],
 * their numbers from 0; folds are put together to at most five parts, so that groups stay whole. Null
 * where all items are of one fold or of one class: then nothing can be learned.
 */
export function chooseCalibration(
  binary: BinaryScores,
  folds: ArrayLike<number>,
): ChosenCalibration | null {
  const parts = Int32Array.from(putTogether(Array.from(folds)));
  const places = [...new Set(parts)].sort((a, b) => a - b);
  if (places.length < 2 || new Set(binary.truths).size < 2) return null;
  const items = Int32Array.from(binary.truths.keys());
  const scores = new Float64Array(items.length);
  for (const part of places) {
    const others = items.filter((item) => parts[item] !== part);
    const learned = selectBinary(binary, others);
    const kind = bestKind(
      judgeKinds(
        learned,
        others.map((item) => parts[item]),
      ),
    );
    const calibrator = fitCalibrator(kind, learned);
    for (const item of items) {
      if (parts[item] === part) scores[item] = applyCalibrator(calibrator, binary.scores[item]);
    }
  }
  const candidates = judgeKinds(binary, parts);
  const calibrated = { truths: binary.truths, scores };
  return {
    calibrator: fitCalibrator(bestKind(candidates), binary),
    candidates,
    logLossAsGiven: lossOf(binary),
    logLossCalibrated: lossOf(calibrated),
    calibrated,
  };
}

function putTogether(folds: readonly number[]): number[] {
  const known = [...new Set(folds)].sort((a, b) => a - b);
  const partOf = new Map(known.map((fold, index) => [fold, index % partCount]));
  return folds.map((fold) => partOf.get(fold) ?? 0);
}

/** Each kind by the log loss of items that it did not learn from. */
function judgeKinds(binary: BinaryScores, parts: Int32Array): CalibrationCandidate[] {
  const smallest = smallestRest(parts);
  return kinds.map((kind) => {
    if (kind === 'isotonic' && smallest < smallestIsotonicCount) return { kind, logLoss: null };
    // With one part alone, as inside a division in two, nothing is left to judge by.
    if (smallest === 0) return { kind, logLoss: kind === 'temperature' ? lossOf(binary) : null };
    return { kind, logLoss: lossOf(crossFitCalibration(binary, parts, kind).calibrated) };
  });
}

/** How many items are left to learn from when the largest part is taken away. */
function smallestRest(parts: Int32Array): number {
  const sizes = new Map<number, number>();
  for (const part of parts) sizes.set(part, (sizes.get(part) ?? 0) + 1);
  return parts.length - largestOf(sizes.values(), 0);
}

function bestKind(candidates: readonly CalibrationCandidate[]): CalibratorKind {
  return candidates.reduce((best, each) =>
    (each.logLoss ?? Infinity) < (best.logLoss ?? Infinity) ? each : best,
  ).kind;
}

/** Of items, of which there is one or more. */
function lossOf(binary: BinaryScores): number {
  return logLoss(binary) ?? Infinity;
}
