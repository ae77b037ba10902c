import { countElements, type ElementType } from './element-types.ts';
import { pickleMalformed } from './pickle-errors.ts';

/** A stretch of numbers that tensors look at. */
export class PickledStorage {
  readonly key: string;
  readonly type: ElementType;
  /** In elements. */
  readonly length: number;
  constructor(key: string, type: ElementType, length: number) {
    this.key = key;
    this.type = type;
    this.length = length;
  }
}

interface TensorView {
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** A tensor as a view of a storage; offset and strides count elements. */
export class PickledTensor {
  readonly storage: PickledStorage;
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  constructor(storage: PickledStorage, { offset, shape, strides }: TensorView) {
    this.storage = storage;
    this.offset = offset;
    this.shape = shape;
    this.strides = strides;
  }
}

const rankLimit = 8;
/** An expanded tensor repeats elements; beyond this it would only fill the memory. */
const repeatedLimit = 16_777_216;

/** Whether a value from a pickle is a number of things. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.length <= rankLimit && value.every(isCount);
}

/**
 * `torch._utils._rebuild_tensor_v2`, of which the first four arguments say all: a storage, and an
 * offset, a shape and strides that stay within it. @throws checkpoint.pickle-malformed
 */
export function rebuildTensor(args: readonly unknown[], place: string): PickledTensor {
  const [storage, offset, shape, strides] = args;
  if (
    !(storage instanceof PickledStorage) ||
    !isCount(offset) ||
    !isCounts(shape) ||
    !isCounts(strides) ||
    shape.length !== strides.length
  ) {
    const expected = 'a storage, an offset, a shape and strides';
    throw pickleMalformed(place, expected, 'something else');
  }
  const count = countElements(shape);
  const last = shape.reduce((sum, size, axis) => sum + (size - 1) * strides[axis], offset);
  const isInside = count === 0 ? offset <= storage.length : last < storage.length;
  if (count === null || !isInside || (count > storage.length && count > repeatedLimit)) {
    throw pickleMalformed(
      place,
      `a tensor within its ${storage.length} stored elements`,
      `shape [${shape.join(', ')}] with strides [${strides.join(', ')}] from ${offset}`,
    );
  }
  return new PickledTensor(storage, { offset, shape, strides });
}
