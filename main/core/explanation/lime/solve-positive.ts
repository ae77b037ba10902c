/** A pivot smaller than this share of its diagonal says that the column is one of those before it. */
const smallestPivot = 1e-12;

/**
 * Solves M x = r for a symmetric matrix that is positive definite, by Cholesky's decomposition. Of
 * columns that depend on those before them x is 0. `matrix` is [size × size], row-major; both are
 * written over.
 */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const diagonal = Float64Array.from(right, (_, row) => matrix[row * size + row]);
  const isFree = new Uint8Array(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column];
      for (let inner = 0; inner < column; inner++) {
        sum -= matrix[row * size + inner] * matrix[column * size + inner];
      }
      if (column < row) {
        matrix[row * size + column] =
          isFree[column] === 1 ? 0 : sum / matrix[column * size + column];
      } else {
        isFree[row] = sum <= smallestPivot * diagonal[row] ? 1 : 0;
        matrix[row * size + row] = Math.sqrt(Math.max(0, sum));
      }
    }
  }
  for (let row = 0; row < size; row++) {
    let sum = right[row];
    for (let inner = 0; inner < row; inner++) sum -= matrix[row * size + inner] * right[inner];
    right[row] = isFree[row] === 1 ? 0 : sum / matrix[row * size + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row];
    for (let below = row + 1; below < size; below++) {
      sum -= matrix[below * size + row] * right[below];
    }
    right[row] = isFree[row] === 1 ? 0 : sum / matrix[row * size + row];
  }
  return right;
}
