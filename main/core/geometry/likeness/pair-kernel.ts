import { dot, type Vectors } from '../vectors/vectors.ts';
import { sumOf, type Labelled } from './pair-likeness.ts';

/**
 * Cosines of pairs added up by the two blocks of documents that they are from, so that a resample of
 * blocks costs no vectors: pairs of a block, of a group and of a surface are not in it.
 */
export interface PairKernel {
  /** The blocks that have members. */
  readonly blocks: Int32Array;
  /** [blocks × blocks], symmetric, zero on the diagonal. */
  readonly sums: Float64Array;
  readonly pairs: Float64Array;
}

/** `blockOf` gives the block of a group: groups themselves, or several where they are many. */
export function sumPairsByBlock(
  unit: Vectors,
  { groups, surfaces }: Labelled,
  members: Int32Array,
  blockOf: Int32Array,
): PairKernel {
  const ofBlocks = Map.groupBy(members, (index) => blockOf[groups[index]]);
  const blocks = Int32Array.from(ofBlocks.keys()).sort();
  const placeOf = new Map(Array.from(blocks, (block, place) => [block, place]));
  const width = blocks.length;
  const sums = new Float64Array(width * width);
  const pairs = new Float64Array(width * width);
  const add = (cells: readonly Cell[], sign: 1 | -1) => {
    for (const [at, one] of cells.entries()) {
      for (const other of cells.slice(at + 1)) {
        const product = sign * dot(one.sum, other.sum);
        const count = sign * one.count * other.count;
        sums[one.place * width + other.place] += product;
        sums[other.place * width + one.place] += product;
        pairs[one.place * width + other.place] += count;
        pairs[other.place * width + one.place] += count;
      }
    }
  };
  const toCells = (parts: ReadonlyMap<number, readonly number[]>): Cell[] =>
    Array.from(parts, ([block, inside]) => ({
      place: placeOf.get(block) ?? 0,
      sum: sumOf(unit, inside),
      count: inside.length,
    }));
  add(toCells(ofBlocks), 1);
  for (const ofSurface of Map.groupBy(members, (index) => surfaces[index]).values()) {
    const parts = Map.groupBy(ofSurface, (index) => blockOf[groups[index]]);
    if (parts.size > 1) add(toCells(parts), -1);
  }
  return { blocks, sums, pairs };
}

interface Cell {
  readonly place: number;
  readonly sum: Float64Array;
  readonly count: number;
}

/**
 * The mean cosine where each block counts as often as it was drawn. Pairs of copies of one block are
 * left out. Null where no pair is left.
 */
export function weighPairs(
  { blocks, sums, pairs }: PairKernel,
  drawn: ArrayLike<number>,
): number | null {
  const places: number[] = [];
  for (let place = 0; place < blocks.length; place++) {
    if (drawn[blocks[place]] > 0) places.push(place);
  }
  let sum = 0;
  let count = 0;
  for (let at = 1; at < places.length; at++) {
    const row = places[at] * blocks.length;
    let rowSum = 0;
    let rowCount = 0;
    for (let before = 0; before < at; before++) {
      const weight = drawn[blocks[places[before]]];
      rowSum += weight * sums[row + places[before]];
      rowCount += weight * pairs[row + places[before]];
    }
    const weight = drawn[blocks[places[at]]];
    sum += weight * rowSum;
    count += weight * rowCount;
  }
  return count > 0 ? sum / count : null;
}
