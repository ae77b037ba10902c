import { dimensionTerms } from '#core/graph/dimensions.ts';
import type { Dimension, Shape } from '#core/graph/types.ts';
import type { QuestionBatch, TargetBatch } from '#core/training/ports.ts';
import type { Bucket } from './buckets.ts';

function widen<Numbers extends Int32Array | Float32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/**
 * The batch in the sizes of its bucket. What is added has no influence: columns are padding, rows
 * have no token, and targets look at the first position.
 */
export function padQuestions(batch: QuestionBatch, bucket: Bucket): QuestionBatch {
  const { rows, columns } = bucket;
  const inputIds = new Int32Array(rows * columns);
  for (let row = 0; row < batch.rows; row++) {
    const start = row * batch.columns;
    inputIds.set(batch.inputIds.subarray(start, start + batch.columns), row * columns);
  }
  const positions = new Int32Array(bucket.targets);
  batch.positions.forEach((position, target) => {
    const row = Math.floor(position / batch.columns);
    positions[target] = row * columns + (position % batch.columns);
  });
  return {
    rows,
    columns,
    inputIds,
    lengths: widen(batch.lengths, new Int32Array(rows)),
    positions,
  };
}

/** As {@link padQuestions}; the targets that are added weigh nothing. */
export function padTargets(batch: TargetBatch, bucket: Bucket): TargetBatch {
  return {
    ...padQuestions(batch, bucket),
    labels: widen(batch.labels, new Int32Array(bucket.targets)),
    weights: widen(batch.weights, new Float32Array(bucket.targets)),
  };
}

/** The order in which sizes that share an axis lie in it, the slowest first. */
const sizeOrder = ['rows', 'columns', 'targets'] as const;

/** An axis such as rows × columns as the axes that it is made of. */
function splitAxis(dimension: Dimension, sizes: Bucket): number[] {
  const [{ coefficient, symbols }] = dimensionTerms(dimension);
  const factors = sizeOrder.flatMap((name) => (symbols.includes(name) ? [sizes[name]] : []));
  return [...factors, coefficient];
}

/**
 * A mask drawn for the sizes of a batch, in the layout of its bucket: every element that counts has
 * the mask it has on other engines. `shape` is that of the graph, in symbols.
 */
export function padMask(
  data: Uint8Array,
  shape: Shape,
  { from, to }: { from: Bucket; to: Bucket },
): { readonly shape: readonly number[]; readonly data: Uint8Array } {
  const product = (axes: readonly number[]) => axes.reduce((size, axis) => size * axis, 1);
  const target = shape.map((dimension) => product(splitAxis(dimension, to)));
  const [narrow, wide] = [from, to].map((sizes) => shape.flatMap((axis) => splitAxis(axis, sizes)));
  if (product(narrow) === product(wide)) return { shape: target, data };
  const padded = new Uint8Array(product(wide));
  const copy = (axis: number, source: number, destination: number): void => {
    if (axis === narrow.length - 1) {
      padded.set(data.subarray(source, source + narrow[axis]), destination);
      return;
    }
    const sourceStep = product(narrow.slice(axis + 1));
    const destinationStep = product(wide.slice(axis + 1));
    for (let index = 0; index < narrow[axis]; index++) {
      copy(axis + 1, source + index * sourceStep, destination + index * destinationStep);
    }
  };
  copy(0, 0, 0);
  return { shape: target, data: padded };
}
