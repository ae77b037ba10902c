import { describe, expect, it } from 'vitest';
import type { TargetBatch } from '#core/training/ports.ts';
import { padMask, padTargets } from './pad-batch.ts';

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
    expect(padTargets(batch, to)).toEqual({
      rows: 3,
      columns: 4,
      inputIds: Int32Array.of(1, 2, 3, 0, 4, 5, 0, 0, 0, 0, 0, 0),
      lengths: Int32Array.of(3, 2, 0),
      positions: Int32Array.of(2, 4, 5, 0),
      labels: Int32Array.of(7, 8, 9, 0),
      weights: Float32Array.of(0.25, 0.25, 0.5, 0),
    });
  });

  it('is the same where it fills the bucket', () => {
    expect(padTargets(batch, from)).toEqual(batch);
  });
});

describe('a dropout mask', () => {
  it('keeps every element at its row and column, also where one axis holds both', () => {
    const data = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    expect(padMask(data, ['columns*rows', 2], { from, to })).toEqual({
      shape: [12, 2],
      data: Uint8Array.from([
        ...[1, 2, 3, 4, 5, 6, 0, 0],
        ...[7, 8, 9, 10, 11, 12, 0, 0],
        ...[0, 0, 0, 0, 0, 0, 0, 0],
      ]),
    });
  });

  it('of attention keeps every pair of places', () => {
    const small = { rows: 1, columns: 2, targets: 1 };
    const large = { rows: 2, columns: 3, targets: 1 };
    const data = Uint8Array.of(1, 2, 3, 4);
    const padded = padMask(data, ['rows', 1, 'columns', 'columns'], { from: small, to: large });
    expect(padded.shape).toEqual([2, 1, 3, 3]);
    expect([...padded.data]).toEqual([1, 2, 0, 3, 4, 0, 0, 0, 0, ...Array<number>(9).fill(0)]);
  });

  it('is not copied where the sizes are those of the bucket', () => {
    const data = new Uint8Array(9);
    expect(padMask(data, ['targets', 3], { from, to: from }).data).toBe(data);
  });
});
