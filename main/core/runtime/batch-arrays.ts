import type { QuestionBatch, Questions, Targets } from '#core/training/ports.ts';
import { countTargets, holdsStates, type BatchLimits } from './check-batch.ts';
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

/** [targets], or [targets, labels] where each has as many answers as there are labels. */
export function answerShape({
  labels,
  weights,
}: Readonly<Record<keyof Pick<Targets, 'labels' | 'weights'>, ArrayLike<number>>>): number[] {
  const targets = weights.length;
  return labels.length === targets ? [targets] : [targets, labels.length / targets];
}

/** The sizes of a batch under the names of the graph's symbols; states lie in no row or column. */
export function shapeOf(batch: Questions, limits: Pick<BatchLimits, 'stateSize'>): MaskSizes {
  const targets = countTargets(batch, limits);
  if (holdsStates(batch)) return { rows: 1, columns: 1, targets };
  return { rows: batch.rows, columns: batch.columns, targets };
}
