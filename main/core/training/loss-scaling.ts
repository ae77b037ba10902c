import { AnamnesisError } from '#core/base/error.ts';
import type { LossScaling, Targets } from './ports.ts';

/**
 * Where dynamic loss scaling starts (Micikevicius et al., "Mixed precision training", ICLR 2018, arXiv
 * 1710.03740, section 3.2), with the numbers and the order of events of PyTorch's GradScaler.
 * The loss is multiplied by the scale, so that small gradients do not vanish in half precision; the
 * update divides by it. Scales are powers of two: neither rounds anything.
 */
export const initialLossScaling: LossScaling = { scale: 2 ** 16, goodUpdateCount: 0 };

/** After so many good updates in a row a larger scale is tried. */
const growthInterval = 2000;

/** The gradients of the plain loss: where these overflow, no smaller scale is worth trying. */
const leastScale = 1;
const largestScale = 2 ** 127;

/**
 * The scaling after an update: halved where gradients were not finite, which skips the update;
 * doubled after 2,000 good ones.
 *
 * @throws training.half-overflow where the scale would fall below 1; to be called before anything
 * is changed
 */
export function adaptLossScaling(
  { scale, goodUpdateCount }: LossScaling,
  isFinite: boolean,
): LossScaling {
  if (!isFinite) {
    if (scale > leastScale) return { scale: scale / 2, goodUpdateCount: 0 };
    throw new AnamnesisError('training.half-overflow', {
      expected: 'gradients that are finite numbers in half precision',
      found: `others, at a loss scale of ${scale}`,
      remedy:
        'Use precision float32, or a lower learning rate if the loss grew before; the weights are as they were before this update.',
    });
  }
  if (goodUpdateCount + 1 < growthInterval) {
    return { scale, goodUpdateCount: goodUpdateCount + 1 };
  }
  return { scale: Math.min(2 * scale, largestScale), goodUpdateCount: 0 };
}

/** Whether a stored scaling is one that training can come to. */
export function isLossScaling({ scale, goodUpdateCount }: LossScaling): boolean {
  return (
    scale >= leastScale &&
    scale <= largestScale &&
    Number.isInteger(Math.log2(scale)) &&
    Number.isInteger(goodUpdateCount) &&
    goodUpdateCount >= 0 &&
    goodUpdateCount < growthInterval
  );
}

/**
 * The batch with its loss multiplied: the loss, and so every gradient, is linear in the weights of
 * the targets.
 */
export function scaleLoss<Batch extends Targets>(batch: Batch, scale: number): Batch {
  if (scale === 1) return batch;
  return { ...batch, weights: batch.weights.map((weight) => scale * weight) };
}
