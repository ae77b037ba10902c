import { quantile } from '#core/evaluation/statistics/quantile.ts';
import type { RandomStream } from '#core/base/random-stream.ts';
import { usualPermutations } from './permutations.ts';

type Vector = ArrayLike<number>;

/** How two samples of vectors differ. */
export interface VectorComparison {
  /** Unbiased estimate of MMD²: 0 on average without a difference, so that it may fall below. */
  readonly discrepancy: number;
  /** Of the kernel: the median distance of the pooled vectors. */
  readonly width: number;
  readonly p: number;
}

/**
 * Maximum mean discrepancy of two samples of at least two vectors each, with the kernel
 * exp(−d²/2w²), w the median distance of the pooled vectors, and p = (k + 1)/(permutations + 1), k the
 * divisions at random that are at least as far apart: Gretton and others, JMLR 13 (2012), equation 3 and
 * section 8; Phipson and Smyth (2010) for the 1. Memory and time grow with the square of the sizes.
 */
export function meanDiscrepancy(
  first: readonly Vector[],
  second: readonly Vector[],
  { random, permutations = usualPermutations }: { random: RandomStream; permutations?: number },
): VectorComparison {
  const pooled = [...first, ...second];
  const { kernel, width } = kernelOf(pooled);
  const order = Int32Array.from(pooled.keys());
  const measure = discrepancyOf(kernel, pooled.length, first.length);
  const discrepancy = measure(order);
  let asFar = 0;
  for (let round = 0; round < permutations; round++) {
    if (measure(random.shuffle(order)) >= discrepancy - 1e-12) asFar++;
  }
  return { discrepancy, width, p: (asFar + 1) / (permutations + 1) };
}

/** All kernel values, row by row. */
function kernelOf(vectors: readonly Vector[]): { kernel: Float64Array; width: number } {
  const count = vectors.length;
  const squares = new Float64Array(count * count);
  const distances = new Float64Array((count * (count - 1)) / 2);
  let pair = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const square = squaredDistance(vectors[i], vectors[j]);
      squares[i * count + j] = square;
      squares[j * count + i] = square;
      distances[pair++] = Math.sqrt(square);
    }
  }
  // Most may be equal: then any width tells those that are not apart.
  const width = quantile(distances.sort(), 0.5) || 1;
  return { kernel: squares.map((square) => Math.exp(-square / (2 * width * width))), width };
}

function squaredDistance(a: Vector, b: Vector): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] - b[at]) ** 2;
  return sum;
}

/** Of the first `n` of an order against the others; sums of rows spare it all but one of the blocks. */
function discrepancyOf(kernel: Float64Array, count: number, n: number) {
  const m = count - n;
  const rows = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) if (j !== i) rows[i] += kernel[i * count + j];
  }
  const all = rows.reduce((sum, row) => sum + row, 0);
  return (order: Int32Array): number => {
    let within = 0;
    let touching = 0;
    for (let i = 0; i < n; i++) {
      const row = order[i] * count;
      touching += rows[order[i]];
      for (let j = 0; j < i; j++) within += 2 * kernel[row + order[j]];
    }
    const between = touching - within;
    const others = all - within - 2 * between;
    return within / (n * (n - 1)) + others / (m * (m - 1)) - (2 * between) / (n * m);
  };
}
