import type { Paced } from '#core/base/paced.ts';
import { vectorAt, type Vectors } from '../vectors/vectors.ts';
import type { PrincipalAxes } from './principal-axes.ts';

export interface Neighbours {
  /** For each vector so many others, the nearest first. */
  readonly each: number;
  /** [count × each] */
  readonly indices: Int32Array;
  /** [count × each] squared Euclidean distances. */
  readonly squares: Float64Array;
}

/**
 * The nearest others of each vector, exactly. Coordinates along a few principal axes, and the lengths
 * of what lies beside them, bound each distance from below; only where the bound is within reach the
 * distance itself is computed. Tells which share is done.
 */
export function* findNeighbours(
  vectors: Vectors,
  { coordinates, axes, residuals }: PrincipalAxes,
  each: number,
): Paced<Neighbours, number> {
  const { count } = vectors;
  const indices = new Int32Array(count * each);
  const squares = new Float64Array(count * each);
  const bounds = new Float64Array(count);
  const scratch = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    const own = index * axes;
    for (let other = 0; other < count; other++) {
      const beside = residuals[index] - residuals[other];
      let bound = beside * beside;
      for (let axis = 0, place = other * axes; axis < axes; axis++) {
        const along = coordinates[own + axis] - coordinates[place + axis];
        bound += along * along;
      }
      bounds[other] = bound;
    }
    bounds[index] = Infinity;
    // The distances of those with the smallest bounds say how far to look.
    scratch.set(bounds);
    const nearBound = selectSmallest(scratch, each - 1);
    let reach = 0;
    for (let other = 0; other < count; other++) {
      if (bounds[other] <= nearBound)
        reach = Math.max(reach, squaredDistance(vectors, index, other));
    }
    const found: number[] = [];
    for (let other = 0; other < count; other++) {
      // Rounding must not lose one whose distance is its bound.
      if (bounds[other] * (1 - 1e-6) <= reach) found.push(other);
    }
    const exact = found.map((other) => ({ other, square: squaredDistance(vectors, index, other) }));
    exact.sort((a, b) => a.square - b.square || a.other - b.other);
    for (let place = 0; place < each; place++) {
      indices[index * each + place] = exact[place].other;
      squares[index * each + place] = exact[place].square;
    }
    if (index % 64 === 63) yield index / count;
  }
  return { each, indices, squares };
}

export function squaredDistance(vectors: Vectors, one: number, other: number): number {
  const [a, b] = [vectorAt(vectors, one), vectorAt(vectors, other)];
  let sum = 0;
  for (let axis = 0; axis < a.length; axis++) {
    const along = a[axis] - b[axis];
    sum += along * along;
  }
  return sum;
}

/** The value at a place if all were sorted (Hoare's selection); reorders `values`. */
export function selectSmallest(values: Float64Array, place: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1];
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left] < pivot) left++;
      while (values[right] > pivot) right--;
      if (left <= right) {
        const kept = values[left];
        values[left++] = values[right];
        values[right--] = kept;
      }
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place];
}
