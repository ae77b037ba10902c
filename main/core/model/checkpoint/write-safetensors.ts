import { assert } from '#core/base/assert.ts';
import { countElements } from './element-types.ts';

/** A tensor to be stored; without a shape it is a list. */
export interface NamedTensor {
  readonly name: string;
  readonly values: Float32Array;
  readonly shape?: readonly number[];
}

/** Headers are padded with spaces so that the data starts at a multiple of this. */
const alignment = 8;

/**
 * A safetensors file as chunks to be written one after the other: the header, then the values of
 * each tensor, which are not copied. Tensors are sorted by name, so that the same tensors give the
 * same bytes.
 */
export function writeSafetensors(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array[] {
  const sorted = [...tensors].sort((a, b) => (a.name < b.name ? -1 : 1));
  const header = new Map<string, unknown>();
  if (Object.keys(metadata).length > 0) header.set('__metadata__', metadata);
  let position = 0;
  for (const { name, values, shape = [values.length] } of sorted) {
    assert(
      countElements(shape) === values.length,
      `${name} holds as many values as its shape says`,
    );
    assert(!header.has(name), `only one tensor is called ${name}`);
    const end = position + values.byteLength;
    header.set(name, { dtype: 'F32', shape, data_offsets: [position, end] });
    position = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const padded = Math.ceil(json.length / alignment) * alignment;
  const head = new Uint8Array(8 + padded).fill(0x20);
  new DataView(head.buffer).setBigUint64(0, BigInt(padded), true);
  head.set(json, 8);
  return [
    head,
    ...sorted.map(
      ({ values }) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    ),
  ];
}
