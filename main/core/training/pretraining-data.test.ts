import { describe, expect, it } from 'vitest';

import type { PackedRow } from './pack-rows.ts';
import type { TargetBatch } from './ports.ts';
import { pretrainingData } from './pretraining-data.ts';

const [padding, classification, separator, mask] = [0, 1, 2, 3];
const vocabulary = {
  size: 200,
  maskId: mask,
  specialIds: new Set([padding, classification, separator, mask]),
};
const width = 12;

/** `[CLS] id … [SEP]`, the tokens of each row with ids of its own. */
function rowOf(number: number, tokens: number): PackedRow {
  const ids = new Int32Array(width).fill(padding);
  ids[0] = classification;
  for (let token = 0; token < tokens; token++) ids[token + 1] = 10 * (number + 1) + token;
  ids[tokens + 1] = separator;
  return { ids, length: tokens + 2 };
}

/** Eleven rows of 3 to 10 tokens: two steps of 2 × 2 rows and one of 2 and 1. */
const rows = Array.from({ length: 11 }, (_, number) => rowOf(number, 3 + (number % 8)));
const settings = { epochCount: 2, batchSize: 2, accumulation: 2, maskedFraction: 0.4, seed: 5 };
const stepsOf = (epoch: number) => [...pretrainingData(rows, vocabulary, settings).steps(epoch)];

/** The rows of a batch with their answers back in place. */
function restored(batch: TargetBatch): string[] {
  const ids = batch.inputIds.slice();
  batch.positions.forEach((position, target) => (ids[position] = batch.labels[target]));
  return Array.from({ length: batch.rows }, (_, row) =>
    ids.slice(row * batch.columns, (row + 1) * batch.columns).join(),
  );
}

describe('the batches of pre-training', () => {
  it('hold every row once in each epoch, those of the last step too', () => {
    const data = pretrainingData(rows, vocabulary, settings);
    for (const epoch of [0, 1]) {
      const steps = [...data.steps(epoch)];
      expect(steps.map((step) => step.map((batch) => batch.rows))).toEqual([
        [2, 2],
        [2, 2],
        [2, 1],
      ]);
      expect(steps).toHaveLength(data.stepsPerEpoch);
      const seen = steps.flat().flatMap(restored);
      expect(seen.sort()).toEqual(rows.map(({ ids }) => ids.join()).sort());
    }
  });

  it('ask for round(fraction × tokens) of each row and leave the rows themselves as they are', () => {
    const before = structuredClone(rows);
    for (const batch of stepsOf(0).flat()) {
      const asked = new Array<number>(batch.rows).fill(0);
      for (const position of batch.positions) asked[Math.floor(position / batch.columns)]++;
      expect(asked).toEqual(
        Array.from(batch.lengths, (length) => Math.round(settings.maskedFraction * (length - 2))),
      );
    }
    expect(rows).toEqual(before);
  });

  it('weigh every target of a step alike, in whichever of its batches it is', () => {
    for (const step of stepsOf(0)) {
      const count = step.reduce((sum, batch) => sum + batch.labels.length, 0);
      for (const { weights, labels } of step) {
        expect(weights).toEqual(new Float32Array(labels.length).fill(1 / count));
      }
    }
  });

  it('are the same for the same epoch, and in another order with other masks for the next', () => {
    expect(stepsOf(1)).toEqual(stepsOf(1));
    const [first, second] = [0, 1].map((epoch) => stepsOf(epoch).flat());
    expect(first.flatMap(restored)).not.toEqual(second.flatMap(restored));
    // Of a single row, whose order is the same.
    const single = pretrainingData([rowOf(0, 10)], vocabulary, settings);
    const [asked, askedNext] = [0, 1].map((epoch) => [...single.steps(epoch)][0][0].positions);
    expect(asked).not.toEqual(askedNext);
  });
});
