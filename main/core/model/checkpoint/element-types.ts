import { bfloat16ToFloat32, float16ToFloat32 } from './half-precision.ts';

/** How the elements of a stored tensor are written, in safetensors' words. Little-endian all. */
export type ElementType =
  'F64' | 'F32' | 'F16' | 'BF16' | 'I64' | 'I32' | 'I16' | 'I8' | 'U8' | 'BOOL';

interface ElementLayout {
  readonly byteSize: number;
  /** Of an unshared buffer that holds whole elements. Integers over 2²⁴ and doubles are rounded. */
  toFloat32(buffer: ArrayBuffer): Float32Array<ArrayBuffer>;
}

const elementLayouts: Readonly<Record<ElementType, ElementLayout>> = {
  F64: { byteSize: 8, toFloat32: (buffer) => Float32Array.from(new Float64Array(buffer)) },
  F32: { byteSize: 4, toFloat32: (buffer) => new Float32Array(buffer) },
  F16: { byteSize: 2, toFloat32: (buffer) => float16ToFloat32(new Uint16Array(buffer)) },
  BF16: { byteSize: 2, toFloat32: (buffer) => bfloat16ToFloat32(new Uint16Array(buffer)) },
  I64: { byteSize: 8, toFloat32: (buffer) => Float32Array.from(new BigInt64Array(buffer), Number) },
  I32: { byteSize: 4, toFloat32: (buffer) => Float32Array.from(new Int32Array(buffer)) },
  I16: { byteSize: 2, toFloat32: (buffer) => Float32Array.from(new Int16Array(buffer)) },
  I8: { byteSize: 1, toFloat32: (buffer) => Float32Array.from(new Int8Array(buffer)) },
  U8: { byteSize: 1, toFloat32: (buffer) => Float32Array.from(new Uint8Array(buffer)) },
  BOOL: { byteSize: 1, toFloat32: (buffer) => Float32Array.from(new Uint8Array(buffer)) },
};

export function isElementType(name: unknown): name is ElementType {
  return typeof name === 'string' && Object.hasOwn(elementLayouts, name);
}

export function byteSizeOf(type: ElementType): number {
  return elementLayouts[type].byteSize;
}

/** The elements as float32. The bytes may become the memory of the result. */
export function toFloat32(bytes: Uint8Array<ArrayBuffer>, type: ElementType): Float32Array {
  const whole =
    bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  return elementLayouts[type].toFloat32(whole.buffer);
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
