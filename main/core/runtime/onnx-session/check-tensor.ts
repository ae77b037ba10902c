import { assert } from '#core/base/assert.ts';

/** Native code trusts the shape: one that promises more than the array holds would crash it. */
export function checkTensor(shape: readonly number[], data: { readonly length: number }): void {
  assert(
    shape.every((size) => Number.isSafeInteger(size) && size > 0),
    'a tensor whose dimensions are whole numbers from 1',
  );
  const size = shape.reduce((product, dimension) => product * dimension, 1);
  assert(size === data.length, `an array of the ${size} elements that the tensor's shape names`);
}
