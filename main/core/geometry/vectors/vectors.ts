/** Vectors of equal size, one after another: [count × size]. */
export interface Vectors {
  readonly values: Float32Array;
  readonly count: number;
  readonly size: number;
}

/** The vector at a place, as a view. */
export function vectorAt({ values, size }: Vectors, index: number): Float32Array {
  return values.subarray(index * size, (index + 1) * size);
}

/** Those at these places, copied. */
export function pickVectors(vectors: Vectors, indices: ArrayLike<number>): Vectors {
  const { size } = vectors;
  const values = new Float32Array(indices.length * size);
  for (let place = 0; place < indices.length; place++) {
    values.set(vectorAt(vectors, indices[place]), place * size);
  }
  return { values, count: indices.length, size };
}

/** [size] the mean of all. */
export function meanVector(vectors: Vectors): Float64Array {
  const mean = new Float64Array(vectors.size);
  for (let index = 0; index < vectors.count; index++) {
    const vector = vectorAt(vectors, index);
    for (let axis = 0; axis < mean.length; axis++) mean[axis] += vector[axis];
  }
  return mean.map((sum) => sum / Math.max(1, vectors.count));
}

/**
 * Each of length 1, after `centre` was taken from it; a vector that is the centre stays zero, so that
 * it is like no other.
 */
export function unitVectors(vectors: Vectors, centre: Float64Array | null = null): Vectors {
  const { count, size } = vectors;
  const values = new Float32Array(count * size);
  const moved = new Float64Array(size);
  for (let index = 0; index < count; index++) {
    const vector = vectorAt(vectors, index);
    let squares = 0;
    for (let axis = 0; axis < size; axis++) {
      moved[axis] = vector[axis] - (centre === null ? 0 : centre[axis]);
      squares += moved[axis] * moved[axis];
    }
    const factor = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let axis = 0; axis < size; axis++) values[index * size + axis] = moved[axis] * factor;
  }
  return { values, count, size };
}

export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let axis = 0; axis < one.length; axis++) sum += one[axis] * other[axis];
  return sum;
}
