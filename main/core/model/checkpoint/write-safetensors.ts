import { assert } from '#core/base/assert.ts';
import { countElements } from './element-types.ts';
import { bytesOf, layOutSafetensors, sortByName } from './safetensors-layout.ts';

/** A tensor to be stored; without a shape it is a list. */
export interface NamedTensor {
  readonly name: string;
  readonly values: Float32Array;
  readonly shape?: readonly number[];
}

/**
 * A safetensors file as chunks to be written one after the other: the header, then the values of
 * each tensor, which are not copied. Tensors are sorted by name, so that the same tensors give the
 * same bytes.
 */
export function writeSafetensors(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array[] {
  const sorted = sortByName(tensors).map(({ name, values, shape = [values.length] }) => {
    assert(
      countElements(shape) === values.length,
      `${name} holds as many values as its shape says`,
    );
    return { name, values, shape };
  });
  return [layOutSafetensors(sorted, metadata), ...sorted.map(({ values }) => bytesOf(values))];
}
