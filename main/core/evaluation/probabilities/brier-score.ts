import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';

/**
 * Mean (p − y)² of one class, p its probability and y 1 or 0: Brier, Monthly Weather Review 78
 * (1950), in the halved form that is usual for two classes. 0 is perfect; null without items.
 */
export function brierScore({ truths, scores }: BinaryScores): number | null {
  let sum = 0;
  for (let item = 0; item < truths.length; item++) sum += (scores[item] - truths[item]) ** 2;
  return truths.length === 0 ? null : sum / truths.length;
}

/** Brier's own form for all classes, mean Σₖ (pₖ − yₖ)², from 0 to 2: with two classes twice the above. */
export function brierScoreOfClasses({ labels, notes }: OutOfFoldScores): number | null {
  let sum = 0;
  for (const { label, scores } of notes) {
    for (let index = 0; index < labels.length; index++) {
      sum += (scores[index] - Number(labels[index] === label)) ** 2;
    }
  }
  return notes.length === 0 ? null : sum / notes.length;
}
