import { likeliestClass } from '#core/domain/class-probabilities.ts';
import { countConfusion } from '#core/evaluation/metrics/confusion-matrix.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { agreementFigures } from './agreement-figures.ts';
import type { Figure } from './figure.ts';
import { scoreFigures } from './score-figures.ts';
import { thresholdFigures } from './threshold-figures.ts';

/**
 * All figures of notes that need no threshold to be chosen: of their probabilities, and of the class
 * that was given, the first of those with the largest probability. An alert for a class is a note that
 * was given it. Throws what `countConfusion` throws.
 */
export function noteFigures(scores: OutOfFoldScores): Figure[] {
  const { labels, notes } = scores;
  const truths = notes.map(({ label }) => label);
  const given = notes.map((note) => labels[likeliestClass(note.scores)]);
  const groupIds = notes.map(({ groupId }) => groupId);
  return [
    ...agreementFigures(countConfusion(truths, given, labels)),
    ...scoreFigures(scores),
    ...labels.flatMap((label) => {
      const isOf = (each: string) => Number(each === label);
      const binary = {
        truths: Uint8Array.from(truths, isOf),
        scores: Float64Array.from(given, isOf),
      };
      return thresholdFigures({ label, binary, groupIds, threshold: 1 });
    }),
  ];
}
