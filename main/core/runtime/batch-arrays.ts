import type { QuestionBatch, TargetBatch } from '#core/training/ports.ts';

/** Added to the attention scores of padding; e⁻¹⁰⁰⁰⁰ is 0 in float32. */
const paddingBias = -1e4;

/** Widens without a bigint per element: the low words of little-endian numbers that are ≥ 0. */
export function widenToInt64(values: Int32Array): BigInt64Array {
  const wide = new BigInt64Array(values.length);
  const words = new Int32Array(wide.buffer);
  for (let index = 0; index < values.length; index++) words[2 * index] = values[index];
  return wide;
}

/** [rows, 1, 1, columns]: 0 for tokens, a large negative number for padding. */
export function writeAttentionBias(batch: QuestionBatch): Float32Array {
  const { rows, columns, lengths } = batch;
  const bias = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    bias.fill(paddingBias, row * columns + lengths[row], (row + 1) * columns);
  }
  return bias;
}

/** The sizes of a batch under the names of the graph's symbols. */
export interface StepShape {
  readonly rows: number;
  readonly columns: number;
  readonly targets: number;
}

export function shapeOf(batch: QuestionBatch | TargetBatch): StepShape {
  return { rows: batch.rows, columns: batch.columns, targets: batch.positions.length };
}
