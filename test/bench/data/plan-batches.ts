import { RandomStream } from '#core/base/random-stream.ts';
import { collateTargets } from '#core/training/collate.ts';
import type { Example } from '#core/training/example.ts';
import { fineTuningData } from '#core/training/fine-tuning-data.ts';
import { sortByLength } from '#core/training/group-by-length.ts';
import type { TargetBatch } from '#core/training/ports.ts';

import type { JsonBatch } from '../jobs.ts';

const paddingId = 0;

function toJson(batch: TargetBatch): JsonBatch {
  return {
    rows: batch.rows,
    columns: batch.columns,
    inputIds: [...batch.inputIds],
    lengths: [...batch.lengths],
    positions: [...batch.positions],
    labels: [...batch.labels],
  };
}

/** One epoch as our training cuts it. */
export function groupedBatches(examples: readonly Example[], batchSize: number): JsonBatch[] {
  const data = fineTuningData(examples, { epochCount: 1, batchSize, seed: 11, paddingId });
  return [...data.steps(0)].flat().map(toJson);
}

/** Batches as our prediction cuts them. */
export function sortedBatches(examples: readonly Example[], maxTokens: number): JsonBatch[] {
  const lengths = examples.map(({ ids }) => ids.length);
  return sortByLength(lengths, maxTokens).map((batch) =>
    toJson(
      collateTargets(
        Array.from(batch, (index) => examples[index]),
        paddingId,
        { totalWeight: 1, weightOf: () => 1 },
      ),
    ),
  );
}

/** Dynamic padding as Hugging Face's collators do it: each batch as long as its longest example. */
function padToLongest(examples: readonly Example[]): JsonBatch {
  const columns = Math.max(...examples.map(({ ids }) => ids.length));
  return {
    rows: examples.length,
    columns,
    inputIds: examples.flatMap(({ ids }) => [
      ...ids,
      ...Array.from({ length: columns - ids.length }, () => paddingId),
    ]),
    lengths: examples.map(({ ids }) => ids.length),
    positions: examples.flatMap(({ positions }, row) =>
      [...positions].map((column) => row * columns + column),
    ),
    labels: examples.flatMap(({ labels }) => [...labels]),
  };
}

function cut<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Batches of consecutive examples. */
export function batchesInOrder(examples: readonly Example[], batchSize: number): JsonBatch[] {
  return cut(examples, batchSize).map(padToLongest);
}

/** One epoch as Hugging Face's `Trainer` cuts it: shuffled. */
export function shuffledBatches(examples: readonly Example[], batchSize: number): JsonBatch[] {
  return batchesInOrder(new RandomStream(11, 'shuffled').shuffle([...examples]), batchSize);
}

/** Share of the tokens of these batches that are padding. */
export function paddingShare(batches: readonly JsonBatch[]): number {
  let real = 0;
  let all = 0;
  for (const { rows, columns, lengths } of batches) {
    all += rows * columns;
    for (const length of lengths) real += length;
  }
  return 1 - real / all;
}

/** Tokens without padding. */
export function countTokens(batches: readonly JsonBatch[]): number {
  return batches.reduce(
    (sum, { lengths }) => sum + lengths.reduce((total, length) => total + length, 0),
    0,
  );
}
