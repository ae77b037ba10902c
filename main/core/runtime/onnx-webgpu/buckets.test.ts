import { describe, expect, it } from 'vitest';
import { chooseBucket, roundUpSize } from './buckets.ts';

describe('sizes of programs', () => {
  it('are exact while small, and at most a quarter larger than what is asked for', () => {
    const rounded = new Set<number>();
    for (let size = 1; size <= 512; size++) {
      const next = roundUpSize(size);
      expect(next).toBeGreaterThanOrEqual(size);
      expect(next).toBeLessThanOrEqual(size * 1.25);
      expect(roundUpSize(next)).toBe(next);
      rounded.add(next);
    }
    expect([...rounded]).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64],
      ...[80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512],
    ]);
  });

  it('never give more columns than the model has positions', () => {
    const sizes = { rows: 9, columns: 490, targets: 33 };
    expect(chooseBucket(sizes, { maxColumns: 500 })).toEqual({
      rows: 10,
      columns: 500,
      targets: 40,
    });
  });
});
