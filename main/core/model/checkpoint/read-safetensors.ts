import { toFloat32 } from './element-types.ts';
import { headerLengthBytes, parseSafetensorsHeader, readHeaderEnd } from './safetensors-header.ts';

/**
 * All tensors of a safetensors file that is in memory, by name, as float32 in row-major order.
 * @throws AnamnesisError checkpoint.safetensors-malformed
 */
export function readSafetensors(
  bytes: Uint8Array,
  place = 'model.safetensors',
): Map<string, Float32Array> {
  const headerEnd = readHeaderEnd(bytes, bytes.length, place);
  const header = bytes.subarray(headerLengthBytes, headerEnd);
  return new Map(
    parseSafetensorsHeader(header, bytes.length, place).map(({ name, type, start, end }) => [
      name,
      toFloat32(new Uint8Array(bytes.subarray(start, end)), type),
    ]),
  );
}
