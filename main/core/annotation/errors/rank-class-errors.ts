/** A labelled example and what a model says of it that has not learned from it. */
export interface ScoredExample {
  readonly id: string;
  /** Index of the class that it was given. */
  readonly given: number;
  /** One per class; they add up to 1. */
  readonly probabilities: readonly number[];
}

/** An example whose class may be wrong. */
export interface ClassIssue {
  readonly id: string;
  readonly given: number;
  /** The class that the model would give. */
  readonly expected: number;
  /** The probability of the class that it was given: the less, the likelier it is wrong. */
  readonly score: number;
  /**
   * Whether the model is as sure of the other class as it is, on the average, of examples that have
   * that class: then the label is worth a look whatever its place in the list.
   */
  readonly isConfident: boolean;
}

/**
 * All examples, the likeliest to be wrong first: by the probability of the given class out of fold,
 * with the thresholds of confident learning (Northcutt, Jiang and Chuang, JAIR 70, 2021).
 */
export function rankClassErrors(examples: readonly ScoredExample[]): ClassIssue[] {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { given, probabilities } of examples) {
    const known = sums.get(given) ?? { sum: 0, count: 0 };
    sums.set(given, { sum: known.sum + probabilities[given], count: known.count + 1 });
  }
  const thresholdOf = (label: number) => {
    const known = sums.get(label);
    return known === undefined ? Infinity : known.sum / known.count;
  };
  return examples
    .map(({ id, given, probabilities }): ClassIssue => {
      const expected = probabilities.reduce(
        (best, value, label) => (value > probabilities[best] ? label : best),
        0,
      );
      const isConfident = expected !== given && probabilities[expected] >= thresholdOf(expected);
      return { id, given, expected, score: probabilities[given], isConfident };
    })
    .sort((a, b) => a.score - b.score);
}
