import { likeliestClass } from '#core/domain/class-probabilities.ts';
import { countConfusion } from '#core/evaluation/metrics/confusion-matrix.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { agreementFigures } from './agreement-figures.ts';
import type { Figure } from './figure.ts';
import { scoreFigures } from './score-figures.ts';

/**
 * All figures of notes that need no threshold: of their probabilities, and of the class that was given,
 * the first of those with the largest probability. Throws what `countConfusion` throws.
 */
export function noteFigures(scores: OutOfFoldScores): Figure[] {
  const { labels, notes } = scores;
  const matrix = countConfusion(
    notes.map(({ label }) => label),
    notes.map((note) => labels[likeliestClass(note.scores)]),
    labels,
  );
  return [...agreementFigures(matrix), ...scoreFigures(scores)];
}
