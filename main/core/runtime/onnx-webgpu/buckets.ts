import type { MaskSizes } from '../dropout-masks.ts';

/** The sizes that a program is made for. */
export type Bucket = MaskSizes;

/** Steps within a doubling: a size grows by a quarter at most, by an eighth on average. */
const stepsPerDoubling = 4;

/** The next of 1 … 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, … */
export function roundUpSize(size: number): number {
  const doubling = 2 ** Math.floor(Math.log2(size));
  const step = Math.max(1, doubling / stepsPerDoubling);
  return Math.ceil(size / step) * step;
}

/**
 * The bucket of a batch. Programs have sizes compiled into them: rounding keeps them few while
 * batches come in many sizes.
 */
export function chooseBucket(
  sizes: Bucket,
  { maxColumns }: { readonly maxColumns: number },
): Bucket {
  return {
    rows: roundUpSize(sizes.rows),
    columns: Math.min(maxColumns, roundUpSize(sizes.columns)),
    targets: roundUpSize(sizes.targets),
  };
}
