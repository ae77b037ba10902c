import { RandomStream } from '#core/base/random-stream.ts';

import type { JsonBatch } from '../jobs.ts';

const maskedFraction = 0.15;

/** A pre-training batch of full rows: random words, 15 % of them to be predicted. */
export function randomMaskedBatch(
  rows: number,
  columns: number,
  vocabularySize: number,
): JsonBatch {
  const random = new RandomStream(7, `batch/${rows}/${columns}`);
  const size = rows * columns;
  const inputIds = Array.from({ length: size }, () => random.integer(vocabularySize));
  const places = random.shuffle(Int32Array.from({ length: size }, (_, index) => index));
  const positions = [...places.subarray(0, Math.round(maskedFraction * size))].sort(
    (a, b) => a - b,
  );
  return {
    rows,
    columns,
    inputIds,
    lengths: Array.from({ length: rows }, () => columns),
    positions,
    labels: positions.map(() => random.integer(vocabularySize)),
  };
}

/** Token ids of notes whose lengths spread evenly on a logarithmic scale, as clinical notes do. */
export function randomNotes(
  count: number,
  options: { shortest: number; longest: number; vocabularySize: number },
): Int32Array[] {
  const random = new RandomStream(7, 'notes');
  const { shortest, longest, vocabularySize } = options;
  return Array.from({ length: count }, () => {
    const length = Math.round(shortest * (longest / shortest) ** random.uniform());
    return Int32Array.from({ length }, () => random.integer(vocabularySize));
  });
}
