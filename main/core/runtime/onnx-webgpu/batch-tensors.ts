import { Tensor } from '#core/runtime/onnxruntime.ts';
import type { QuestionBatch, TargetBatch } from '#core/training/ports.ts';
import { writeAttentionBias } from '../batch-arrays.ts';

type NamedTensor = [name: string, tensor: Tensor];

/** What every graph is fed, by the names of model/step-graph.ts. */
export function tokenTensors(batch: QuestionBatch): NamedTensor[] {
  const { rows, columns, inputIds, positions } = batch;
  const bias = writeAttentionBias(batch);
  return [
    ['input_ids', new Tensor('int32', inputIds, [rows, columns])],
    ['attention_bias', new Tensor('float32', bias, [rows, 1, 1, columns])],
    ['target_positions', new Tensor('int32', positions, [positions.length])],
  ];
}

/** The answers of a batch as inputs of a training graph on the device. */
export function targetTensors({ labels, weights }: TargetBatch): NamedTensor[] {
  return [
    ['target_labels', new Tensor('int32', labels, [labels.length])],
    ['target_weights', new Tensor('float32', weights, [weights.length, 1])],
  ];
}
