import { requireShare } from '#core/evaluation/thresholds/require-share.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';

/** Up to which 1 − p a class belongs to a prediction set. */
export interface ClassQuantile {
  readonly name: string;
  /** Null where there are too few notes of the class for the rate: then it is in every set. */
  readonly quantile: number | null;
  /** Of as many notes of the class. */
  readonly notes: number;
}

/**
 * Class-wise conformal quantiles: of the n notes of a class the ⌈(n + 1)(1 − errorRate)⌉-th smallest
 * 1 − p of that class, p the probability that a model gave which had not learned from the note. A set
 * with every class whose 1 − p is at most its quantile lacks the true class in at most `errorRate` of
 * new notes of each class, as long as they are like these: Vovk, Gammerman and Shafer, “Algorithmic
 * Learning in a Random World” (2005), 4.5; Sadinle, Lei and Wasserman, JASA 114 (2019). In the order of
 * the labels. Throws `evaluation.out-of-range` for a rate that is not between 0 and 1.
 */
export function classQuantiles(
  { labels, notes }: OutOfFoldScores,
  errorRate: number,
): ClassQuantile[] {
  requireShare('error rate', errorRate, 'without-ends');
  return labels.map((name, index) => {
    const doubts = Float64Array.from(
      notes.filter(({ label }) => label === name),
      ({ scores }) => 1 - scores[index],
    ).sort();
    // What rounds to just above a whole number is that number: (9 + 1)(1 − 0.1) is 9.
    const rank = Math.ceil((doubts.length + 1) * (1 - errorRate) - 1e-9);
    const quantile = rank > doubts.length ? null : doubts[rank - 1];
    return { name, quantile, notes: doubts.length };
  });
}

/** The classes that cannot be ruled out. `probabilities` are those of the classes, in their order. */
export function predictionSet(
  classes: readonly Pick<ClassQuantile, 'name' | 'quantile'>[],
  probabilities: ArrayLike<number>,
): string[] {
  return classes
    .filter(({ quantile }, index) => quantile === null || 1 - probabilities[index] <= quantile)
    .map(({ name }) => name);
}
