import type { QuestionBatch, TargetBatch } from '#core/training/ports.ts';
import type { KeepMask, MaskSizes } from './dropout-masks.ts';
import type { OnnxBinding, OnnxTensor } from './onnx-session/session.ts';

/** Added to the attention scores of padding; e⁻¹⁰⁰⁰⁰ is 0 in float32. */
const paddingBias = -1e4;

/** Widens without a bigint per element: the low words of little-endian numbers that are ≥ 0. */
function widenToInt64(values: Int32Array): BigInt64Array {
  const wide = new BigInt64Array(values.length);
  const words = new Int32Array(wide.buffer);
  for (let index = 0; index < values.length; index++) words[2 * index] = values[index];
  return wide;
}

/** [rows, 1, 1, columns]: 0 for tokens, a large negative number for padding. */
function writeAttentionBias(batch: QuestionBatch): Float32Array {
  const { rows, columns, lengths } = batch;
  const bias = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    bias.fill(paddingBias, row * columns + lengths[row], (row + 1) * columns);
  }
  return bias;
}

/** What every graph is fed, by the names of model/step-graph.ts. */
export function describeTokens(
  binding: OnnxBinding,
  batch: QuestionBatch,
): Map<string, OnnxTensor> {
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

export function describeTargets(
  binding: OnnxBinding,
  { labels, weights }: TargetBatch,
): Map<string, OnnxTensor> {
  return new Map([
    ['target_labels', binding.createTensor('int64', [labels.length], widenToInt64(labels))],
    ['target_weights', binding.createTensor('float32', [weights.length, 1], weights.slice())],
  ]);
}

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

/** The sizes of a batch under the names of the graph's symbols. */
export function shapeOf(batch: QuestionBatch): MaskSizes {
  return { rows: batch.rows, columns: batch.columns, targets: batch.positions.length };
}
