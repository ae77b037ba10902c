import { RandomStream } from '#core/base/random-stream.ts';
import type { TrainingData } from './loop.ts';
import { maskRow, type MaskingVocabulary } from './masking.ts';
import type { PackedRow } from './pack-rows.ts';
import type { TargetBatch } from './ports.ts';

export interface PretrainingDataSettings {
  readonly epochCount: number;
  /** Rows per micro-batch. */
  readonly batchSize: number;
  /** Micro-batches per optimiser step. */
  readonly accumulation: number;
  /** Share of the tokens to be predicted; BERT's is 0.15. */
  readonly maskedFraction: number;
  readonly seed: number;
}

/** Packed rows as masked-language-model batches: new order and new masks in every epoch. */
export function pretrainingData(
  rows: readonly PackedRow[],
  vocabulary: MaskingVocabulary,
  settings: PretrainingDataSettings,
): TrainingData {
  const { batchSize, accumulation, epochCount, seed } = settings;
  const rowsPerStep = batchSize * accumulation;
  return {
    epochCount,
    stepsPerEpoch: Math.ceil(rows.length / rowsPerStep),
    *steps(epoch) {
      const label = `pretraining/epoch-${epoch}`;
      const order = Int32Array.from({ length: rows.length }, (_, index) => index);
      new RandomStream(seed, `${label}/order`).shuffle(order);
      const random = new RandomStream(seed, `${label}/masks`);
      for (let first = 0; first < order.length; first += rowsPerStep) {
        const microBatches: TargetBatch[] = [];
        const end = Math.min(first + rowsPerStep, order.length);
        for (let start = first; start < end; start += batchSize) {
          const chosen = Array.from(
            order.subarray(start, Math.min(start + batchSize, end)),
            (index) => rows[index],
          );
          microBatches.push(
            maskBatch(chosen, vocabulary, { fraction: settings.maskedFraction, random }),
          );
        }
        yield weighByMean(microBatches);
      }
    },
  };
}

function maskBatch(
  rows: readonly PackedRow[],
  vocabulary: MaskingVocabulary,
  options: { fraction: number; random: RandomStream },
): TargetBatch {
  const columns = rows[0].ids.length;
  const inputIds = new Int32Array(rows.length * columns);
  const lengths = new Int32Array(rows.length);
  const positions: number[] = [];
  const labels: number[] = [];
  rows.forEach(({ ids, length }, row) => {
    const target = inputIds.subarray(row * columns, (row + 1) * columns);
    target.set(ids);
    lengths[row] = length;
    const masked = maskRow(target, length, { vocabulary, ...options });
    for (const column of masked.columns) positions.push(row * columns + column);
    for (const label of masked.labels) labels.push(label);
  });
  return {
    rows: rows.length,
    columns,
    inputIds,
    lengths,
    positions: Int32Array.from(positions),
    labels: Int32Array.from(labels),
    weights: new Float32Array(labels.length),
  };
}

/** Gives every target of an optimiser step the same weight, so that the loss is their mean. */
function weighByMean(microBatches: readonly TargetBatch[]): readonly TargetBatch[] {
  const count = microBatches.reduce((sum, batch) => sum + batch.labels.length, 0);
  for (const batch of microBatches) batch.weights.fill(1 / Math.max(1, count));
  return microBatches;
}
