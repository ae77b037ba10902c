import type { QuestionBatch, TargetBatch } from '#core/training/ports.ts';
import { writeAttentionBias } from '../batch-arrays.ts';
import type { KeepMask } from '../dropout-masks.ts';
import type { Tensor, TensorflowModule } from './module.ts';

type NamedTensors = [name: string, tensor: Tensor][];

/** What every graph is fed, by the names of model/step-graph.ts. */
export function tokenTensors(tf: TensorflowModule, batch: QuestionBatch): NamedTensors {
  const { rows, columns, inputIds, positions } = batch;
  const bias = writeAttentionBias(batch);
  return [
    ['input_ids', tf.tensor(inputIds, [rows, columns], 'int32')],
    ['attention_bias', tf.tensor(bias, [rows, 1, 1, columns], 'float32')],
    ['target_positions', tf.tensor(positions, [positions.length], 'int32')],
  ];
}

/** The answers of a batch as inputs of a training graph. */
export function targetTensors(
  tf: TensorflowModule,
  { labels, weights }: TargetBatch,
): NamedTensors {
  return [
    ['target_labels', tf.tensor(labels, [labels.length], 'int32')],
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
