import type { Tensor } from '../tensor.ts';

/** Applies a function to each row along the last axis; rows may change their length. */
export function mapRows(x: Tensor, change: (row: Float64Array) => ArrayLike<number>): Tensor {
  const length = x.shape.at(-1) ?? 1;
  const rows = x.data.length / length;
  const changed = Array.from({ length: rows }, (_, row) =>
    change(x.data.subarray(row * length, (row + 1) * length)),
  );
  const width = changed[0]?.length ?? length;
  const data = new Float64Array(rows * width);
  changed.forEach((row, index) => {
    data.set(row, index * width);
  });
  return { shape: [...x.shape.slice(0, -1), width], data };
}
