/** Bits of a float32 read as an integer and back. */
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** IEEE 754 binary16 → binary32. Exact: every half is a float. */
function widenHalf(half: number): number {
  const sign = (half & 0x8000) << 16;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) {
    // Zero and subnormals: fraction × 2⁻²⁴.
    const magnitude = fraction * 2 ** -24;
    return sign === 0 ? magnitude : -magnitude;
  }
  bits[0] =
    exponent === 0x1f
      ? sign | 0x7f800000 | (fraction << 13)
      : sign | ((exponent + 112) << 23) | (fraction << 13);
  return float[0];
}

let table: Float32Array | null = null;

/** All 65,536 halves, made on first use: looking up is several times faster than computing. */
function halfTable(): Float32Array {
  if (table !== null) return table;
  table = new Float32Array(65_536);
  for (let half = 0; half < 65_536; half++) table[half] = widenHalf(half);
  return table;
}

/**
 * IEEE 754 binary16 values, given as their bits, as float32 in `widened`, which is equally long and
 * is returned.
 */
export function float16ToFloat32(
  halves: Uint16Array,
  widened = new Float32Array(halves.length),
): Float32Array<ArrayBuffer> {
  const values = halfTable();
  for (let index = 0; index < halves.length; index++) widened[index] = values[halves[index]];
  return widened;
}

/** The same for bfloat16 values: the upper half of a float32's bits. */
export function bfloat16ToFloat32(
  halves: Uint16Array,
  widened = new Float32Array(halves.length),
): Float32Array<ArrayBuffer> {
  const words = new Uint32Array(widened.buffer, widened.byteOffset, widened.length);
  for (let index = 0; index < halves.length; index++) words[index] = halves[index] << 16;
  return widened;
}
