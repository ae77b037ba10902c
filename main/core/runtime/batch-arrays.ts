import type { QuestionBatch } from '#core/training/ports.ts';
import type { MaskSizes } from './dropout-masks.ts';

/** Added to the attention scores of padding; e⁻¹⁰⁰⁰⁰ is 0 in float32. */
const paddingBias = -1e4;

/** [rows, 1, 1, columns]: 0 for tokens, a large negative number for padding. */
export function writeAttentionBias(batch: QuestionBatch): Float32Array<ArrayBuffer> {
  const { rows, columns, lengths } = batch;
  const bias = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    bias.fill(paddingBias, row * columns + lengths[row], (row + 1) * columns);
  }
  return bias;
}

/** The sizes of a batch under the names of the graph's symbols. */
export function shapeOf(batch: QuestionBatch): MaskSizes {
  return { rows: batch.rows, columns: batch.columns, targets: batch.positions.length };
}
