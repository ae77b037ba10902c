/** A label that a model judges by itself. */
interface JudgedLabel {
  readonly name: string;
  readonly probability: number;
}

/**
 * What a model that judges labels each by itself thinks of a text, in the form of one that knows
 * classes: how likely each is where likely ones are looked for, else the answer that it is least
 * sure of, and the other.
 */
export function beliefOfLabels(
  labels: readonly JudgedLabel[],
  isLikely: boolean,
): { labels: readonly string[]; probabilities: readonly number[] } {
  if (isLikely) {
    return {
      labels: labels.map(({ name }) => name),
      probabilities: labels.map(({ probability }) => probability),
    };
  }
  const sureness = labels.map(({ probability }) => Math.max(probability, 1 - probability));
  const least = sureness.reduce((most, each) => Math.min(most, each), 1);
  return { labels: [], probabilities: [least, 1 - least] };
}
