import { AnamnesisError } from '#core/base/error.ts';

/** What every engine's session refuses in the same words. */
export function refuseDisposed(): AnamnesisError {
  return new AnamnesisError('runtime.disposed', {
    expected: 'an open training session',
    found: 'one that was disposed of',
    remedy: 'Open another session.',
  });
}

/** The error for an update without a batch since the last one. */
export function refuseEmptyUpdate(): AnamnesisError {
  return new AnamnesisError('training.nothing-gathered', {
    expected: 'a batch since the last update',
    found: 'none',
    remedy: 'Call accumulate before update.',
  });
}

/** Throws `training.diverged`; to be called before anything is changed. */
export function checkGradientNorm(gradientNorm: number, stepNumber: number): void {
  if (Number.isFinite(gradientNorm)) return;
  throw new AnamnesisError('training.diverged', {
    expected: 'gradients that are finite numbers',
    found: `a norm of ${gradientNorm} in update ${stepNumber}`,
    remedy: 'Use a lower learning rate; the weights are as they were before this update.',
  });
}
