import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';

/** A probability of 0 for what is true would make the mean infinite, whatever else is right. */
const smallest = Number.EPSILON;

/**
 * Mean −ln of the probability that was given to the truth, in nats (Good 1952); probabilities are
 * kept 2⁻⁵² away from 0 and 1, as in scikit-learn. 0 is perfect; null without items.
 */
export function logLoss({ truths, scores }: BinaryScores): number | null {
  let sum = 0;
  for (let item = 0; item < truths.length; item++) {
    sum += surprise(truths[item] === 1 ? scores[item] : 1 - scores[item]);
  }
  return truths.length === 0 ? null : sum / truths.length;
}

/** The same over all classes: mean −ln of the probability of the true class. */
export function logLossOfClasses({ labels, notes }: OutOfFoldScores): number | null {
  let sum = 0;
  for (const { label, scores } of notes) sum += surprise(scores[labels.indexOf(label)]);
  return notes.length === 0 ? null : sum / notes.length;
}

function surprise(probability: number): number {
  return -Math.log(Math.min(1 - smallest, Math.max(smallest, probability)));
}
