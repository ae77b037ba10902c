import type { Questions, Targets } from '#core/training/ports.ts';
import { holdsStates, type BatchLimits } from '../check-batch.ts';
import type { Bucket } from './buckets.ts';

function widen<Numbers extends Int32Array | Float32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/**
 * The batch in the sizes of its bucket. What is added has no influence: columns are padding, rows
 * have no token, targets look at the first position, and states are zero.
 */
export function padQuestions(
  batch: Questions,
  bucket: Bucket,
  { stateSize }: Pick<BatchLimits, 'stateSize'>,
): Questions {
  if (holdsStates(batch)) {
    return { states: widen(batch.states, new Float32Array(bucket.targets * stateSize)) };
  }
  const { rows, columns } = bucket;
  const inputIds = new Int32Array(rows * columns);
  for (let row = 0; row < batch.rows; row++) {
    const start = row * batch.columns;
    inputIds.set(batch.inputIds.subarray(start, start + batch.columns), row * columns);
  }
  const positions = new Int32Array(bucket.targets);
  batch.positions.forEach((position, target) => {
    const row = Math.floor(position / batch.columns);
    positions[target] = row * columns + (position % batch.columns);
  });
  return {
    rows,
    columns,
    inputIds,
    lengths: widen(batch.lengths, new Int32Array(rows)),
    positions,
  };
}

/** As {@link padQuestions}; the targets that are added weigh nothing. */
export function padTargets(
  batch: Targets,
  bucket: Bucket,
  limits: Pick<BatchLimits, 'stateSize'>,
): Targets {
  const answers = batch.labels.length / batch.weights.length;
  return {
    lengths: batch.lengths,
    ...padQuestions(batch, bucket, limits),
    labels: widen(batch.labels, new Int32Array(bucket.targets * answers)),
    weights: widen(batch.weights, new Float32Array(bucket.targets)),
  };
}
