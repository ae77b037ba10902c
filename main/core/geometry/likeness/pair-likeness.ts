import { dot, vectorAt, type Vectors } from '../vectors/vectors.ts';

/** What is counted once of things that would be alike anyway. */
export interface Labelled {
  /** [count] whose text: a number for each patient or document. */
  readonly groups: Int32Array;
  /** [count] which word or words: a number for each text in lower case. */
  readonly surfaces: Int32Array;
}

/** The mean cosine of all pairs of unit vectors: (n‖ū‖² − 1) / (n − 1). Null for fewer than two. */
export function meanLikeness(unit: Vectors, members: Int32Array): number | null {
  const { length } = members;
  if (length < 2) return null;
  const sum = sumOf(unit, members);
  let squares = 0;
  for (const index of members) squares += dot(vectorAt(unit, index), vectorAt(unit, index));
  return (dot(sum, sum) - squares) / (length * (length - 1));
}

/**
 * The mean cosine of pairs, one of `one` and one of `other`, that are of other groups and of other
 * surfaces: Σ over all pairs less those of a group, less those of a surface, plus those of both, each
 * from sums of vectors. For the same members each pair counts twice, which its mean does not show.
 * Null where no pair is left.
 */
export function likenessApart(
  unit: Vectors,
  labels: Labelled,
  one: Int32Array,
  other: Int32Array,
): number | null {
  const both = (keyOf: (index: number) => string | number) =>
    productsOfParts(unit, Map.groupBy(one, keyOf), Map.groupBy(other, keyOf));
  const { groups, surfaces } = labels;
  const all = both(() => 0);
  const ofGroup = both((index) => groups[index]);
  const ofSurface = both((index) => surfaces[index]);
  const ofBoth = both((index) => `${groups[index]} ${surfaces[index]}`);
  const pairs = all.pairs - ofGroup.pairs - ofSurface.pairs + ofBoth.pairs;
  if (pairs === 0) return null;
  return (all.sum - ofGroup.sum - ofSurface.sum + ofBoth.sum) / pairs;
}

function productsOfParts<Key>(
  unit: Vectors,
  one: ReadonlyMap<Key, readonly number[]>,
  other: ReadonlyMap<Key, readonly number[]>,
): { sum: number; pairs: number } {
  let sum = 0;
  let pairs = 0;
  for (const [key, members] of one) {
    const others = other.get(key);
    if (others === undefined) continue;
    sum += dot(sumOf(unit, members), sumOf(unit, others));
    pairs += members.length * others.length;
  }
  return { sum, pairs };
}

/** [size] */
export function sumOf(unit: Vectors, members: Iterable<number>): Float64Array {
  const sum = new Float64Array(unit.size);
  for (const index of members) {
    const vector = vectorAt(unit, index);
    for (let axis = 0; axis < sum.length; axis++) sum[axis] += vector[axis];
  }
  return sum;
}
