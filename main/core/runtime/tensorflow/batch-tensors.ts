import type { Questions, Targets } from '#core/training/ports.ts';
import { answerShape, writeAttentionBias } from '../batch-arrays.ts';
import { countTargets, holdsStates, type BatchLimits } from '../check-batch.ts';
import type { KeepMask } from '../dropout-masks.ts';
import type { Tensor, TensorflowModule } from './module.ts';

type NamedTensors = [name: string, tensor: Tensor][];

/** What every graph is fed, by the names of model/step-graph.ts: tokens, or states of so many numbers. */
export function questionTensors(
  tf: TensorflowModule,
  batch: Questions,
  { stateSize }: Pick<BatchLimits, 'stateSize'>,
): NamedTensors {
  if (holdsStates(batch)) {
    const shape: [number, number] = [countTargets(batch, { stateSize }), stateSize];
    return [['target_states', tf.tensor(batch.states, shape, 'float32')]];
  }
  const { rows, columns, inputIds, positions } = batch;
  const bias = writeAttentionBias(batch);
  return [
    ['input_ids', tf.tensor(inputIds, [rows, columns], 'int32')],
    ['attention_bias', tf.tensor(bias, [rows, 1, 1, columns], 'float32')],
    ['target_positions', tf.tensor(positions, [positions.length], 'int32')],
  ];
}

/** The answers of a batch as inputs of a training graph. */
export function targetTensors(tf: TensorflowModule, { labels, weights }: Targets): NamedTensors {
  return [
    ['target_labels', tf.tensor(labels, answerShape({ labels, weights }), 'int32')],
    ['target_weights', tf.tensor(weights, [weights.length, 1], 'float32')],
  ];
}

/** Dropout masks as inputs of a training graph. */
export function maskTensors(tf: TensorflowModule, masks: readonly KeepMask[]): NamedTensors {
  // Copied: TensorFlow.js keeps what it is given, and knows nothing of memory that threads share.
  return masks.map(({ name, shape, data }) => [
    `dropout:${name}`,
    tf.tensor(data.slice(), [...shape], 'bool'),
  ]);
}
