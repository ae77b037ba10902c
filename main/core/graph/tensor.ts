/** Concrete values for the reference implementations: row-major, all types held as float64. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

/** The product of the sizes; 1 for a scalar. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Fills a tensor by asking for each element; `at` receives its index per axis. */
export function fillTensor(
  shape: readonly number[],
  at: (index: readonly number[]) => number,
): Tensor {
  const data = new Float64Array(elementCount(shape));
  const index = new Array<number>(shape.length).fill(0);
  for (let flat = 0; flat < data.length; flat++) {
    data[flat] = at(index);
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      if (++index[axis] < shape[axis]) break;
      index[axis] = 0;
    }
  }
  return { shape, data };
}

/** The element of a tensor that broadcasting puts at an index of a shape of equal or higher rank. */
export function readBroadcast(tensor: Tensor, index: readonly number[]): number {
  const lead = index.length - tensor.shape.length;
  let flat = 0;
  for (let axis = 0; axis < tensor.shape.length; axis++) {
    const size = tensor.shape[axis];
    flat = flat * size + (size === 1 ? 0 : index[lead + axis]);
  }
  return tensor.data[flat];
}

/** Applies a function to each element. */
export function mapTensor(tensor: Tensor, change: (element: number) => number): Tensor {
  return { shape: tensor.shape, data: tensor.data.map((element) => change(element)) };
}

/** Applies a function of two numbers with broadcasting. */
export function zipTensors(
  left: Tensor,
  right: Tensor,
  combine: (left: number, right: number) => number,
): Tensor {
  const rank = Math.max(left.shape.length, right.shape.length);
  const shape = Array.from({ length: rank }, (_, axis) =>
    Math.max(
      left.shape[axis - rank + left.shape.length] ?? 1,
      right.shape[axis - rank + right.shape.length] ?? 1,
    ),
  );
  return fillTensor(shape, (index) =>
    combine(readBroadcast(left, index), readBroadcast(right, index)),
  );
}
