import { describe, expect, it } from 'vitest';
import type { TargetBatch } from '#core/training/ports.ts';
import { padTargets } from './pad-batch.ts';

const batch: TargetBatch = {
  rows: 2,
  columns: 3,
  inputIds: Int32Array.of(1, 2, 3, 4, 5, 0),
  lengths: Int32Array.of(3, 2),
  positions: Int32Array.of(2, 3, 4),
  labels: Int32Array.of(7, 8, 9),
  weights: Float32Array.of(0.25, 0.25, 0.5),
};
const from = { rows: 2, columns: 3, targets: 3 };
const to = { rows: 3, columns: 4, targets: 4 };

describe('a batch in the sizes of its bucket', () => {
  it('has its tokens and targets where they were, and padding that weighs nothing', () => {
    expect(padTargets(batch, to, { stateSize: 2 })).toEqual({
      rows: 3,
      columns: 4,
      inputIds: Int32Array.of(1, 2, 3, 0, 4, 5, 0, 0, 0, 0, 0, 0),
      lengths: Int32Array.of(3, 2, 0),
      positions: Int32Array.of(2, 4, 5, 0),
      labels: Int32Array.of(7, 8, 9, 0),
      weights: Float32Array.of(0.25, 0.25, 0.5, 0),
    });
  });

  it('has all answers of a target beside each other where there are several labels', () => {
    const labels = Int32Array.of(1, 0, 0, 1, 1, 1);
    expect(padTargets({ ...batch, labels }, to, { stateSize: 2 }).labels).toEqual(
      Int32Array.of(1, 0, 0, 1, 1, 1, 0, 0),
    );
  });

  it('is the same where it fills the bucket', () => {
    expect(padTargets(batch, from, { stateSize: 2 })).toEqual(batch);
  });
});
