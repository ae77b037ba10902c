import { RandomStream } from '#core/base/random-stream.ts';
import { meanVector, vectorAt, type Vectors } from '../vectors/vectors.ts';
import { diagonaliseSymmetric } from './diagonalise.ts';

export interface PrincipalAxes {
  /** [count × axes] coordinates, centred, the axis of largest variance first. */
  readonly coordinates: Float64Array;
  readonly axes: number;
  /** [count] length of what of each vector lies beside these axes. */
  readonly residuals: Float64Array;
}

/** More than are asked for, so that the wanted ones settle soon. */
const spare = 8;
const rounds = 30;

/**
 * Coordinates along the axes of largest variance: orthogonal iteration on the covariance, then its
 * eigenvectors within that subspace (Rayleigh and Ritz). An axis points to where its largest loading
 * is positive, as scikit-learn has it.
 */
export function findPrincipalAxes(vectors: Vectors, wanted: number): PrincipalAxes {
  const { count, size } = vectors;
  const width = Math.min(size, wanted + spare);
  const centre = meanVector(vectors);
  const covariance = covarianceOf(vectors, centre);
  const random = new RandomStream(1, 'principal axes');
  let basis: Float64Array[] = Array.from({ length: width }, () =>
    Float64Array.from({ length: size }, () => random.normal()),
  );
  orthonormalise(basis);
  for (let round = 0; round < rounds && width < size; round++) {
    basis = basis.map((axis) => applySymmetric(covariance, axis));
    orthonormalise(basis);
  }
  const images = basis.map((axis) => applySymmetric(covariance, axis));
  const small = basis.map((one) => Float64Array.from(images, (other) => product(one, other)));
  const turned = diagonaliseSymmetric(small).map(({ vector }) => combine(basis, vector));
  const kept = turned.slice(0, Math.min(wanted, width)).map(pointUp);
  const axes = kept.length;
  const coordinates = new Float64Array(count * axes);
  const residuals = new Float64Array(count);
  const moved = new Float64Array(size);
  for (let index = 0; index < count; index++) {
    const vector = vectorAt(vectors, index);
    let squares = 0;
    for (let at = 0; at < size; at++) {
      moved[at] = vector[at] - centre[at];
      squares += moved[at] * moved[at];
    }
    for (let axis = 0; axis < axes; axis++) {
      const along = product(kept[axis], moved);
      coordinates[index * axes + axis] = along;
      squares -= along * along;
    }
    residuals[index] = Math.sqrt(Math.max(0, squares));
  }
  return { coordinates, axes, residuals };
}

/** [size][size] */
function covarianceOf(vectors: Vectors, centre: Float64Array): Float64Array[] {
  const { count, size } = vectors;
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  const moved = new Float64Array(size);
  for (let index = 0; index < count; index++) {
    const vector = vectorAt(vectors, index);
    for (let at = 0; at < size; at++) moved[at] = vector[at] - centre[at];
    for (let one = 0; one < size; one++) {
      const row = rows[one];
      const factor = moved[one] / count;
      for (let other = 0; other <= one; other++) row[other] += factor * moved[other];
    }
  }
  for (let one = 0; one < size; one++) {
    for (let other = 0; other < one; other++) rows[other][one] = rows[one][other];
  }
  return rows;
}

function applySymmetric(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => product(row, vector));
}

/** Gram and Schmidt, twice, in place; what is nothing becomes zero. */
function orthonormalise(basis: readonly Float64Array[]): void {
  for (const [place, axis] of basis.entries()) {
    for (let pass = 0; pass < 2; pass++) {
      for (const before of basis.slice(0, place)) {
        const along = product(before, axis);
        for (let at = 0; at < axis.length; at++) axis[at] -= along * before[at];
      }
    }
    const length = Math.sqrt(product(axis, axis));
    for (let at = 0; at < axis.length; at++) axis[at] = length > 1e-150 ? axis[at] / length : 0;
  }
}

function combine(basis: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(basis[0].length);
  for (const [place, axis] of basis.entries()) {
    for (let at = 0; at < sum.length; at++) sum[at] += weights[place] * axis[at];
  }
  return sum;
}

function pointUp(axis: Float64Array): Float64Array {
  let largest = 0;
  for (const [at, value] of axis.entries()) {
    if (Math.abs(value) > Math.abs(axis[largest])) largest = at;
  }
  return axis[largest] < 0 ? axis.map((value) => -value) : axis;
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}
