import { AnamnesisError } from '#core/base/error.ts';

/** There is something to judge, and one prediction for each. @throws evaluation.empty, evaluation.length-mismatch */
export function requirePairs(gold: ArrayLike<unknown>, predicted: ArrayLike<unknown>): void {
  if (gold.length === 0) {
    throw new AnamnesisError('evaluation.empty', {
      expected: 'at least one example to judge',
      found: 'none',
      remedy: 'Give the task more examples or fewer folds.',
    });
  }
  if (gold.length === predicted.length) return;
  throw new AnamnesisError('evaluation.length-mismatch', {
    expected: `one prediction for each of ${gold.length} examples`,
    found: `${predicted.length} predictions`,
    remedy: 'Report this with the command that led to it.',
  });
}
