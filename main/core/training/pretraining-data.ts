import { RandomStream } from '#core/base/random-stream.ts';
import { largestOf } from '#core/base/extremes.ts';
import { type CorpusRows, drawRows, quotasOf, type Weighting } from './corpus-weights.ts';
import { groupByLength } from './group-by-length.ts';
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
  /** The corpora of which the rows are, in their order, where these are weighted otherwise than by size. */
  readonly weighted?: { readonly corpora: readonly CorpusRows[]; readonly weighting: Weighting };
  /** Of rows that are not all as wide: they are put together by length, and filled up with it. */
  readonly paddingId?: number;
}

/** Batches of pre-training, and the rows of which they are. */
export interface PretrainingData extends TrainingData {
  /** Indices of the rows of an epoch in the order in which they come. */
  orderOf(epoch: number): Int32Array;
}

/** Rows as masked-language-model batches: new order and new masks in every epoch. */
export function pretrainingData(
  rows: readonly PackedRow[],
  vocabulary: MaskingVocabulary,
  settings: PretrainingDataSettings,
): PretrainingData {
  const { batchSize, accumulation, epochCount, seed } = settings;
  const rowsPerStep = batchSize * accumulation;
  const { weighted = null, paddingId = null } = settings;
  const quotas = weighted && quotasOf(weighted.corpora, weighted.weighting);
  const rowsPerEpoch = quotas?.reduce((sum, quota) => sum + quota, 0) ?? rows.length;
  const orderOf = (epoch: number): Int32Array => {
    const chosen =
      weighted === null || quotas === null
        ? Int32Array.from({ length: rows.length }, (_, index) => index)
        : drawRows(weighted.corpora, quotas, { epoch, seed });
    const random = new RandomStream(seed, `pretraining/epoch-${epoch}/order`);
    if (paddingId === null) return random.shuffle(chosen);
    const lengths = Array.from(chosen, (index) => rows[index].length);
    const batches = groupByLength(lengths, batchSize, random);
    return Int32Array.from(batches.flatMap((batch) => Array.from(batch, (place) => chosen[place])));
  };
  return {
    epochCount,
    stepsPerEpoch: Math.ceil(rowsPerEpoch / rowsPerStep),
    orderOf,
    *steps(epoch) {
      const label = `pretraining/epoch-${epoch}`;
      const order = orderOf(epoch);
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
            maskBatch(chosen, vocabulary, {
              fraction: settings.maskedFraction,
              random,
              paddingId: paddingId ?? 0,
            }),
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
  { paddingId, ...options }: { fraction: number; random: RandomStream; paddingId: number },
): TargetBatch {
  const columns = largestOf(rows.map(({ ids }) => ids.length));
  const inputIds = new Int32Array(rows.length * columns).fill(paddingId);
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
