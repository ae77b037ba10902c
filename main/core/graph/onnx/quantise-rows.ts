/** A matrix as whole numbers: row r of the original is about `values[r] × scales[r]`. */
export interface QuantisedRows {
  readonly values: Int8Array;
  /** One per row. */
  readonly scales: Float32Array;
}

/**
 * Symmetric quantisation by rows: the largest magnitude of a row becomes `levels`, zero stays zero,
 * and every value is off by at most half its row's scale. `levels` is at most 127.
 */
export function quantiseRows(
  matrix: Float32Array,
  { columns, levels }: { columns: number; levels: number },
): QuantisedRows {
  const scales = new Float32Array(matrix.length / columns);
  const values = new Int8Array(matrix.length);
  for (let row = 0; row < scales.length; row++) {
    const start = row * columns;
    let largest = 0;
    for (let index = start; index < start + columns; index++) {
      largest = Math.max(largest, Math.abs(matrix[index]));
    }
    // A row of zeros has no scale of its own; any will do.
    scales[row] = largest === 0 ? 1 : largest / levels;
    for (let index = start; index < start + columns; index++) {
      values[index] = Math.max(-levels, Math.min(levels, Math.round(matrix[index] / scales[row])));
    }
  }
  return { values, scales };
}
