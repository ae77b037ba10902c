import { Tensor } from '#core/runtime/onnxruntime.ts';
import type { Questions, Targets } from '#core/training/ports.ts';
import { answerShape, writeAttentionBias } from '../batch-arrays.ts';
import { countTargets, holdsStates, type BatchLimits } from '../check-batch.ts';

type NamedTensor = [name: string, tensor: Tensor];

/** What every graph is fed, by the names of model/step-graph.ts: tokens, or states of so many numbers. */
export function questionTensors(
  batch: Questions,
  { stateSize }: Pick<BatchLimits, 'stateSize'>,
): NamedTensor[] {
  if (holdsStates(batch)) {
    const shape = [countTargets(batch, { stateSize }), stateSize];
    return [['target_states', new Tensor('float32', batch.states, shape)]];
  }
  const { rows, columns, inputIds, positions } = batch;
  const bias = writeAttentionBias(batch);
  return [
    ['input_ids', new Tensor('int32', inputIds, [rows, columns])],
    ['attention_bias', new Tensor('float32', bias, [rows, 1, 1, columns])],
    ['target_positions', new Tensor('int32', positions, [positions.length])],
  ];
}

/** The answers of a batch as inputs of a training graph on the device. */
export function targetTensors({ labels, weights }: Targets): NamedTensor[] {
  return [
    ['target_labels', new Tensor('int32', labels, answerShape({ labels, weights }))],
    ['target_weights', new Tensor('float32', weights, [weights.length, 1])],
  ];
}
