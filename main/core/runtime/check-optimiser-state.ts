import { AnamnesisError } from '#core/base/error.ts';
import { isLossScaling } from '#core/training/loss-scaling.ts';
import type { OptimiserState } from '#core/training/ports.ts';

function refuse(expected: string, found: string): AnamnesisError {
  return new AnamnesisError('runtime.parameter-mismatch', {
    expected,
    found,
    remedy: 'Continue from a checkpoint of the same model and head.',
    place: 'optimiser state',
  });
}

/** Before anything is written: a state of another model must not leave half of itself behind. */
export function checkOptimiserState(
  state: OptimiserState,
  parameters: readonly { readonly name: string; readonly size: number }[],
): void {
  if (!Number.isSafeInteger(state.stepCount) || state.stepCount < 0) {
    throw refuse('a step count from 0', String(state.stepCount));
  }
  if (state.lossScaling !== undefined && !isLossScaling(state.lossScaling)) {
    throw refuse('a power of two as loss scale', String(state.lossScaling.scale));
  }
  for (const moments of [state.firstMoments, state.secondMoments]) {
    if (moments.length !== parameters.length) {
      throw refuse(`moments of ${parameters.length} parameters`, String(moments.length));
    }
    parameters.forEach(({ name, size }, index) => {
      if (moments[index].length !== size) {
        throw refuse(`${size} moments for ${name}`, String(moments[index].length));
      }
    });
  }
}
