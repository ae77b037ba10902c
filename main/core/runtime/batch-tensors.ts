import type { Questions, Targets } from '#core/training/ports.ts';
import { answerShape, writeAttentionBias } from './batch-arrays.ts';
import { countTargets, holdsStates, type BatchLimits } from './check-batch.ts';
import type { KeepMask } from './dropout-masks.ts';
import type { OnnxBinding, OnnxTensor } from './onnx-session/session.ts';

/** Widens without a bigint per element: the low words of little-endian numbers that are ≥ 0. */
export function widenToInt64(values: Int32Array): BigInt64Array {
  const wide = new BigInt64Array(values.length);
  const words = new Int32Array(wide.buffer);
  for (let index = 0; index < values.length; index++) words[2 * index] = values[index];
  return wide;
}

/** What every graph is fed, by the names of model/step-graph.ts: tokens, or states of so many numbers. */
export function describeQuestions(
  binding: OnnxBinding,
  batch: Questions,
  { stateSize }: Pick<BatchLimits, 'stateSize'>,
): Map<string, OnnxTensor> {
  if (holdsStates(batch)) {
    const shape = [countTargets(batch, { stateSize }), stateSize];
    return new Map([
      ['target_states', binding.createTensor('float32', shape, batch.states.slice())],
    ]);
  }
  const { rows, columns, positions } = batch;
  const ids = widenToInt64(batch.inputIds);
  const bias = writeAttentionBias(batch);
  return new Map([
    ['input_ids', binding.createTensor('int64', [rows, columns], ids)],
    ['attention_bias', binding.createTensor('float32', [rows, 1, 1, columns], bias)],
    [
      'target_positions',
      binding.createTensor('int64', [positions.length], widenToInt64(positions)),
    ],
  ]);
}

/** The answers of a batch as inputs of a training graph. */
export function describeTargets(
  binding: OnnxBinding,
  { labels, weights }: Targets,
): Map<string, OnnxTensor> {
  return new Map([
    [
      'target_labels',
      binding.createTensor('int64', answerShape({ labels, weights }), widenToInt64(labels)),
    ],
    ['target_weights', binding.createTensor('float32', [weights.length, 1], weights.slice())],
  ]);
}

/** Dropout masks as inputs of a training graph, a byte per element. */
export function describeMasks(
  binding: OnnxBinding,
  masks: readonly KeepMask[],
): Map<string, OnnxTensor> {
  return new Map(
    masks.map(({ name, shape, data }) => [
      `dropout:${name}`,
      binding.createTensor('bool', shape, data),
    ]),
  );
}
