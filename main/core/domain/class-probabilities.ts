/** The most probable class; the first of several that are equal. `logits` has one value or more. */
export function likeliestClass(logits: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < logits.length; index++) {
    if (logits[index] > logits[best]) best = index;
  }
  return best;
}

/** Probability of one label of several, each judged by itself: σ of its logit, in 64 bits. */
export function sigmoidOf(logit: number): number {
  return logit >= 0 ? 1 / (1 + Math.exp(-logit)) : Math.exp(logit) / (1 + Math.exp(logit));
}

/** Indices of the labels whose probability reaches its threshold, in ascending order. */
export function givenLabels(logits: ArrayLike<number>, thresholds: readonly number[]): number[] {
  return [...thresholds.keys()].filter((label) => sigmoidOf(logits[label]) >= thresholds[label]);
}

/** Labels of a note in one phrase, by their indices; a dash where none applies. */
export function joinLabels(labels: readonly string[], chosen: readonly number[]): string {
  return chosen.length === 0 ? '–' : chosen.map((label) => labels[label]).join(' + ');
}

/** How much is not known yet, in bits: 0 for what is certain, 1 for a coin. Probabilities add up to 1. */
export function entropyOf(probabilities: readonly number[]): number {
  return probabilities.reduce(
    (sum, value) => (value > 0 ? sum - value * Math.log2(value) : sum),
    0,
  );
}

/**
 * Probability of one class: its share in the softmax of the logits, in 64 bits. The largest logit is
 * taken off first, so that none overflows.
 */
export function probabilityOf(logits: ArrayLike<number>, chosen: number): number {
  const largest = logits[likeliestClass(logits)];
  let sum = 0;
  for (let index = 0; index < logits.length; index++) sum += Math.exp(logits[index] - largest);
  return Math.exp(logits[chosen] - largest) / sum;
}
