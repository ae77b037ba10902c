import type { Neighbours } from './nearest-neighbours.ts';

/** A sparse symmetric matrix that adds up to 1: of each point those it is near to. */
export interface JointProbabilities {
  readonly count: number;
  /** [count + 1] where the entries of each point begin. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/**
 * How likely points pick each other as neighbours (van der Maaten and Hinton, JMLR 9, 2008, section
 * 2), of their nearest ones alone (van der Maaten, JMLR 15, 2014, section 4.1): the width of each
 * point's bell gives its choice the wanted perplexity.
 */
export function jointProbabilities(
  { each, indices, squares }: Neighbours,
  perplexity: number,
): JointProbabilities {
  const count = indices.length / each;
  const sums = Array.from({ length: count }, () => new Map<number, number>());
  const chosen = new Float64Array(each);
  let total = 0;
  for (let index = 0; index < count; index++) {
    fitBell(squares.subarray(index * each, (index + 1) * each), perplexity, chosen);
    for (let place = 0; place < each; place++) {
      const other = indices[index * each + place];
      sums[index].set(other, (sums[index].get(other) ?? 0) + chosen[place]);
      sums[other].set(index, (sums[other].get(index) ?? 0) + chosen[place]);
      total += 2 * chosen[place];
    }
  }
  const starts = new Int32Array(count + 1);
  for (let index = 0; index < count; index++) starts[index + 1] = starts[index] + sums[index].size;
  const columns = new Int32Array(starts[count]);
  const values = new Float64Array(starts[count]);
  for (const [index, row] of sums.entries()) {
    const ordered = [...row].sort(([one], [other]) => one - other);
    for (const [place, [column, value]] of ordered.entries()) {
      columns[starts[index] + place] = column;
      values[starts[index] + place] = value / total;
    }
  }
  return { count, starts, columns, values };
}

const tolerance = 1e-5;
const mostSteps = 100;

/** Writes the conditional probabilities; halves the interval of the bell's precision. */
function fitBell(squares: Float64Array, perplexity: number, chosen: Float64Array): void {
  const wanted = Math.log(perplexity);
  let low = -Infinity;
  let high = Infinity;
  let precision = 1;
  for (let step = 0; step < mostSteps; step++) {
    let sum = 0;
    for (let place = 0; place < squares.length; place++) {
      chosen[place] = Math.exp(-squares[place] * precision);
      sum += chosen[place];
    }
    if (sum === 0) sum = 1e-8;
    let weighted = 0;
    for (let place = 0; place < squares.length; place++) {
      chosen[place] /= sum;
      weighted += squares[place] * chosen[place];
    }
    const excess = Math.log(sum) + precision * weighted - wanted;
    if (Math.abs(excess) <= tolerance) return;
    if (excess > 0) {
      low = precision;
      precision = high === Infinity ? precision * 2 : (precision + high) / 2;
    } else {
      high = precision;
      precision = low === -Infinity ? precision / 2 : (precision + low) / 2;
    }
  }
}
