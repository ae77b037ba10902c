import { assert } from '#core/base/assert.ts';
import { countElements } from './element-types.ts';

/** A float32 tensor that is to be stored. */
export interface TensorShape {
  readonly name: string;
  readonly shape: readonly number[];
}

/** Headers are padded with spaces so that the data starts at a multiple of this. */
const alignment = 8;

/**
 * What stands before the data of a safetensors file of float32 tensors: the length of the header
 * and the header. The data must follow in the order of `tensors`.
 */
export function layOutSafetensors(
  tensors: readonly TensorShape[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const header = new Map<string, unknown>();
  if (Object.keys(metadata).length > 0) header.set('__metadata__', metadata);
  let position = 0;
  for (const { name, shape } of tensors) {
    assert(!header.has(name), `only one tensor is called ${name}`);
    const count = countElements(shape);
    assert(count !== null, `the elements of ${name} can be counted`);
    const end = position + 4 * count;
    header.set(name, { dtype: 'F32', shape, data_offsets: [position, end] });
    position = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const padded = Math.ceil(json.length / alignment) * alignment;
  const head = new Uint8Array(8 + padded).fill(0x20);
  new DataView(head.buffer).setBigUint64(0, BigInt(padded), true);
  head.set(json, 8);
  return head;
}

/** Tensors are stored sorted by name, so that the same tensors give the same bytes. */
export function sortByName<Tensor extends { readonly name: string }>(
  tensors: readonly Tensor[],
): Tensor[] {
  return [...tensors].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The bytes of numbers as a file holds them (little-endian), without a copy. */
export function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
