import { AnamnesisError } from '#core/base/error.ts';

/** Refuses scores that cannot be put in order; throws `evaluation.not-a-number`. */
export function requireNumbers(scores: Float64Array): void {
  const item = scores.findIndex(Number.isNaN);
  if (item < 0) return;
  throw new AnamnesisError('evaluation.not-a-number', {
    expected: 'a score that is a number',
    found: 'something else',
    remedy: 'Look at the run of this note: its training has probably diverged.',
    place: `note ${item + 1}`,
  });
}
