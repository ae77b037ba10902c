import { meanVector, vectorAt, type Vectors } from '../vectors/vectors.ts';

/**
 * How far two models place the same things alike, whatever their axes, from 0 to 1: linear CKA,
 * ‖XᵀY‖² / (‖XᵀX‖ ‖YᵀY‖) of centred vectors (Kornblith et al., ICML 2019, equation 5). Rows are of the
 * same things; sizes may differ. Null where all vectors of a model are one.
 */
export function linearCka(one: Vectors, other: Vectors): number | null {
  const [x, y] = [centred(one), centred(other)];
  const own = Math.sqrt(crossSquares(x, x) * crossSquares(y, y));
  return own > 0 ? crossSquares(x, y) / own : null;
}

function centred(vectors: Vectors): Vectors {
  const mean = meanVector(vectors);
  const { count, size } = vectors;
  return { values: vectors.values.map((value, at) => value - mean[at % size]), count, size };
}

/** ‖XᵀY‖², squared Frobenius norm. */
function crossSquares(one: Vectors, other: Vectors): number {
  const product = new Float64Array(one.size * other.size);
  for (let index = 0; index < one.count; index++) {
    const y = vectorAt(other, index);
    for (const [row, factor] of vectorAt(one, index).entries()) {
      const start = row * other.size;
      for (let column = 0; column < other.size; column++)
        product[start + column] += factor * y[column];
    }
  }
  return product.reduce((sum, value) => sum + value * value, 0);
}
