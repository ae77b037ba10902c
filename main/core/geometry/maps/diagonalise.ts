export interface EigenPair {
  readonly value: number;
  readonly vector: Float64Array;
}

const mostSweeps = 60;

/**
 * Eigenvalues, the largest first, and unit eigenvectors of a small symmetric matrix, by Jacobi's
 * rotations (Golub and Van Loan, Matrix Computations, section 8.5).
 */
export function diagonaliseSymmetric(matrix: readonly Float64Array[]): EigenPair[] {
  const size = matrix.length;
  const a = matrix.map((row) => row.slice());
  const vectors = a.map((_, place) => {
    const unit = new Float64Array(size);
    unit[place] = 1;
    return unit;
  });
  const scale = a.reduce((sum, row) => sum + row.reduce((all, value) => all + value * value, 0), 0);
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a) > 1e-30 * scale; sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) rotate(a, vectors, p, q);
    }
  }
  return vectors
    .map((vector, place) => ({ value: a[place][place], vector }))
    .sort((one, other) => other.value - one.value);
}

function offDiagonal(a: readonly Float64Array[]): number {
  let sum = 0;
  for (const [row, values] of a.entries()) {
    for (let column = 0; column < row; column++) sum += 2 * values[column] * values[column];
  }
  return sum;
}

/** Makes a[p][q] zero; `vectors` are kept as rows. */
function rotate(a: Float64Array[], vectors: Float64Array[], p: number, q: number): void {
  if (a[p][q] === 0) return;
  const ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const tangent = Math.sign(ratio || 1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of a) {
    const [one, other] = [row[p], row[q]];
    row[p] = cosine * one - sine * other;
    row[q] = sine * one + cosine * other;
  }
  turn(a[p], a[q], cosine, sine);
  turn(vectors[p], vectors[q], cosine, sine);
}

function turn(one: Float64Array, other: Float64Array, cosine: number, sine: number): void {
  for (let at = 0; at < one.length; at++) {
    const [first, second] = [one[at], other[at]];
    one[at] = cosine * first - sine * second;
    other[at] = sine * first + cosine * second;
  }
}
