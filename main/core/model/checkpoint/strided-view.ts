import type { PickledTensor } from './pickled-tensor.ts';

/** The stretch of its storage that a tensor touches, in elements; `end` is exclusive. */
export function findExtent({ offset, shape, strides }: PickledTensor): {
  start: number;
  end: number;
} {
  if (shape.includes(0)) return { start: offset, end: offset };
  const last = shape.reduce((sum, size, axis) => sum + (size - 1) * strides[axis], offset);
  return { start: offset, end: last + 1 };
}

/** Whether the elements already lie in row-major order without gaps. */
export function isContiguous({ shape, strides }: PickledTensor): boolean {
  let expected = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && strides[axis] !== expected) return false;
    expected *= shape[axis];
  }
  return true;
}

/** Brings the elements of a view into row-major order. `values` starts at the view's offset. */
export function gather(values: Float32Array, { shape, strides }: PickledTensor): Float32Array {
  const count = shape.reduce((product, size) => product * size, 1);
  const gathered = new Float32Array(count);
  const index = new Array<number>(shape.length).fill(0);
  let from = 0;
  for (let to = 0; to < count; to++) {
    gathered[to] = values[from];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]++;
      from += strides[axis];
      if (index[axis] < shape[axis]) break;
      from -= index[axis] * strides[axis];
      index[axis] = 0;
    }
  }
  return gathered;
}
