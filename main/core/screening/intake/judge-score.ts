import type { ReleaseContent } from '#core/domain/screening-release.ts';
import type { NewScreenedNote } from '#core/domain/screening.ts';
import { predictionSet } from '#core/evaluation/conformal/class-quantiles.ts';
import { applyCalibrator } from '#core/evaluation/calibration/calibrator.ts';

/** What a release makes of what its model says of a note. */
export type NoteJudgement = Pick<
  NewScreenedNote,
  'score' | 'probability' | 'predictionSet' | 'threshold' | 'isAlert'
>;

/** Of a note that was not scored. */
export const notScored: NoteJudgement = {
  ...{ score: null, probability: null, predictionSet: null, threshold: null, isAlert: null },
};

/** `probabilities` are those of the classes of the release, in their order. */
export function judgeScore(
  { label, classes, rule, sets }: ReleaseContent,
  probabilities: readonly number[],
): NoteJudgement {
  const score = probabilities[classes.indexOf(label)];
  const calibrator = rule?.calibrator ?? null;
  const probability = calibrator === null ? score : applyCalibrator(calibrator, score);
  const threshold = rule?.threshold?.probability ?? null;
  return {
    score,
    probability,
    threshold,
    isAlert: threshold === null ? null : probability >= threshold,
    predictionSet: sets && predictionSet(sets.classes, probabilities),
  };
}
