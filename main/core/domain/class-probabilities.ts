/** The most probable class; the first of several that are equal. `logits` has one value or more. */
export function likeliestClass(logits: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < logits.length; index++) {
    if (logits[index] > logits[best]) best = index;
  }
  return best;
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
