import { formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import { elementCount, fillTensor, readBroadcast } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import type { ValueType } from '../types.ts';

interface ReductionAttributes {
  readonly axes: readonly number[];
  readonly keepDimensions: boolean;
}

/** The shape rule of reductions: reduced axes become 1 or vanish. */
export function inferReduction(
  [x]: readonly ValueType[],
  { axes, keepDimensions }: ReductionAttributes,
): [ValueType] {
  checkFit(
    axes.every((axis) => axis >= 0 && axis < x.shape.length),
    `axes of ${formatShape(x.shape)}`,
    formatShape(axes),
  );
  const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const shape = keepDimensions ? kept : kept.filter((_, axis) => !axes.includes(axis));
  return [{ dataType: x.dataType, shape }];
}

/** Combines all elements along the axes, one after the other. */
export function reduceTensor(
  x: Tensor,
  { axes, keepDimensions }: ReductionAttributes,
  combine: (result: number, element: number) => number,
): Tensor {
  const inner = axes.map((axis) => x.shape[axis]);
  const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const reduced = fillTensor(kept, (index) => {
    let result: number | null = null;
    for (let flat = 0; flat < elementCount(inner); flat++) {
      const at = [...index];
      let rest = flat;
      for (const axis of axes) {
        at[axis] = rest % x.shape[axis];
        rest = Math.floor(rest / x.shape[axis]);
      }
      const element = readBroadcast(x, at);
      result = result === null ? element : combine(result, element);
    }
    return result ?? 0;
  });
  const shape = keepDimensions ? kept : kept.filter((_, axis) => !axes.includes(axis));
  return { shape, data: reduced.data };
}
