/** A matrix of which few cells are not 0: the columns and values of each row. */
export interface SparseRow {
  /** Ascending. */
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export function dotRow({ columns, values }: SparseRow, vector: Float64Array, offset = 0): number {
  let sum = 0;
  for (let index = 0; index < columns.length; index++) {
    sum += values[index] * vector[offset + columns[index]];
  }
  return sum;
}

/** target[offset + column] += factor × value, for each cell of the row. */
export function addRow(
  target: Float64Array,
  { columns, values }: SparseRow,
  { factor, offset }: { factor: number; offset: number },
): void {
  for (let index = 0; index < columns.length; index++) {
    target[offset + columns[index]] += factor * values[index];
  }
}
