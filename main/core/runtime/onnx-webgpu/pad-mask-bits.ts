import { dimensionTerms } from '#core/graph/dimensions.ts';
import type { Dimension, Shape } from '#core/graph/types.ts';
import type { Bucket } from './buckets.ts';
import { copyBits } from './copy-bits.ts';

/** The order in which sizes that share an axis lie in it, the slowest first. */
const sizeOrder = ['rows', 'columns', 'targets'] as const;

/** An axis such as rows × columns as the axes that it is made of. */
function splitAxis(dimension: Dimension, sizes: Bucket): number[] {
  const [{ coefficient, symbols }] = dimensionTerms(dimension);
  const factors = sizeOrder.flatMap((name) =>
    symbols.filter((symbol) => symbol === name).map(() => sizes[name]),
  );
  return [...factors, coefficient];
}

function product(axes: readonly number[]): number {
  return axes.reduce((size, axis) => size * axis, 1);
}

/**
 * The bits of a mask drawn for the sizes of a batch, in the layout of its bucket: every element
 * that counts has the mask it has on other engines. `shape` is that of the graph, in symbols.
 */
export function padMaskBits(
  words: Int32Array,
  shape: Shape,
  { from, to }: { from: Bucket; to: Bucket },
): Int32Array {
  const [narrow, wide] = [from, to].map((sizes) => shape.flatMap((axis) => splitAxis(axis, sizes)));
  const changed = narrow.findLastIndex((size, axis) => size !== wide[axis]);
  if (changed < 0) return words;
  const padded = new Int32Array(Math.ceil(product(wide) / 32));
  // Axes behind the last that grows are copied in one go.
  const run = product(narrow.slice(changed));
  const copy = (axis: number, source: number, destination: number): void => {
    if (axis === changed) {
      copyBits({ words, start: source }, { words: padded, start: destination }, run);
      return;
    }
    const sourceStep = product(narrow.slice(axis + 1));
    const destinationStep = product(wide.slice(axis + 1));
    for (let index = 0; index < narrow[axis]; index++) {
      copy(axis + 1, source + index * sourceStep, destination + index * destinationStep);
    }
  };
  copy(0, 0, 0);
  return padded;
}
