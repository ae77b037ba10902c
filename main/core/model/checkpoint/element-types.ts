import { bfloat16ToFloat32, float16ToFloat32 } from './half-precision.ts';
import type { TakeMemory } from './piece-memory.ts';

/** How the elements of a stored tensor are written, in safetensors' words. Little-endian all. */
export type ElementType =
  'F64' | 'F32' | 'F16' | 'BF16' | 'I64' | 'I32' | 'I16' | 'I8' | 'U8' | 'BOOL';

type Values = Float32Array<ArrayBuffer>;
/** Where elements lie: an unshared buffer, an offset that is a multiple of their size, their count. */
type Place = readonly [buffer: ArrayBuffer, byteOffset: number, count: number];

interface ElementLayout {
  readonly byteSize: number;
  /** `makeValues` gives room for as many. Integers over 2²⁴ and doubles are rounded. */
  toFloat32(place: Place, makeValues: () => Values): Values;
}

const elementLayouts: Readonly<Record<ElementType, ElementLayout>> = {
  F64: { byteSize: 8, toFloat32: (place, make) => round(new Float64Array(...place), make()) },
  F32: { byteSize: 4, toFloat32: (place) => new Float32Array(...place) },
  F16: {
    byteSize: 2,
    toFloat32: (place, make) => float16ToFloat32(new Uint16Array(...place), make()),
  },
  BF16: {
    byteSize: 2,
    toFloat32: (place, make) => bfloat16ToFloat32(new Uint16Array(...place), make()),
  },
  I64: { byteSize: 8, toFloat32: (place, make) => roundLarge(new BigInt64Array(...place), make()) },
  I32: { byteSize: 4, toFloat32: (place, make) => round(new Int32Array(...place), make()) },
  I16: { byteSize: 2, toFloat32: (place, make) => round(new Int16Array(...place), make()) },
  I8: { byteSize: 1, toFloat32: (place, make) => round(new Int8Array(...place), make()) },
  U8: { byteSize: 1, toFloat32: (place, make) => round(new Uint8Array(...place), make()) },
  BOOL: { byteSize: 1, toFloat32: (place, make) => round(new Uint8Array(...place), make()) },
};

function round(elements: ArrayLike<number>, values: Values): Values {
  values.set(elements);
  return values;
}

function roundLarge(elements: BigInt64Array, values: Values): Values {
  for (let index = 0; index < elements.length; index++) values[index] = Number(elements[index]);
  return values;
}

/** Whether a file’s name of a type is one that can be read. */
export function isElementType(name: unknown): name is ElementType {
  return typeof name === 'string' && Object.hasOwn(elementLayouts, name);
}

/** Bytes of one element as it is stored. */
export function byteSizeOf(type: ElementType): number {
  return elementLayouts[type].byteSize;
}

/** The elements as float32. Their bytes may become the memory of the result, else `take` gives it. */
export function toFloat32(
  bytes: Uint8Array<ArrayBuffer>,
  type: ElementType,
  take: TakeMemory = (byteLength) => new ArrayBuffer(byteLength),
): Float32Array<ArrayBuffer> {
  const layout = elementLayouts[type];
  const { buffer, byteOffset } = bytes.byteOffset % layout.byteSize === 0 ? bytes : bytes.slice();
  const count = bytes.byteLength / layout.byteSize;
  return layout.toFloat32(
    [buffer, byteOffset, count],
    () => new Float32Array(take(4 * count), 0, count),
  );
}

/** How many elements a shape holds, or null where that is no exact number. */
export function countElements(shape: readonly number[]): number | null {
  let count = 1;
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 0) return null;
    count *= size;
  }
  return Number.isSafeInteger(count) ? count : null;
}
