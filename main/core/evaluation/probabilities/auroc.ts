import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import { listScoreSteps } from '#core/evaluation/predictions/score-steps.ts';

/**
 * Area under the ROC curve: the chance that a positive scores higher than a negative, ties counting
 * half, U/(n₊·n₋) of Mann and Whitney (1947): Hanley and McNeil, Radiology 143 (1982). From 0 to 1;
 * null where one of the two is missing. Throws `evaluation.not-a-number`.
 */
export function auroc(binary: BinaryScores): number | null {
  let above = 0;
  let negatives = 0;
  let wins = 0;
  for (const step of listScoreSteps(binary)) {
    wins += step.negatives * (above + step.positives / 2);
    above += step.positives;
    negatives += step.negatives;
  }
  return above === 0 || negatives === 0 ? null : wins / (above * negatives);
}
