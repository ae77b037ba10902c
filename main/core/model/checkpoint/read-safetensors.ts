import { toFloat32 } from './element-types.ts';
import { headerLengthBytes, parseSafetensorsHeader, readHeaderEnd } from './safetensors-header.ts';
import type { SafetensorsEntry } from './safetensors-header.ts';

/**
 * All tensors of a safetensors file that is in memory, by name, as float32 in row-major order.
 * Those that are float32 and aligned are views of `bytes`: the weights are in memory once.
 * @throws AnamnesisError checkpoint.safetensors-malformed
 */
export function readSafetensors(
  bytes: Uint8Array,
  place = 'model.safetensors',
): Map<string, Float32Array> {
  const headerEnd = readHeaderEnd(bytes, bytes.length, place);
  const header = bytes.subarray(headerLengthBytes, headerEnd);
  return new Map(
    parseSafetensorsHeader(header, bytes.length, place).map((entry) => [
      entry.name,
      viewOrConvert(bytes, entry),
    ]),
  );
}

function viewOrConvert(bytes: Uint8Array, { type, start, end }: SafetensorsEntry): Float32Array {
  const offset = bytes.byteOffset + start;
  return type === 'F32' && offset % 4 === 0
    ? new Float32Array(bytes.buffer, offset, (end - start) / 4)
    : toFloat32(new Uint8Array(bytes.subarray(start, end)), type);
}
