/** Whether no value is infinite or not a number; a plain loop, since models have 10⁸ values. */
export function areFinite(values: Float32Array): boolean {
  for (let index = 0; index < values.length; index++) {
    if (values[index] - values[index] !== 0) return false;
  }
  return true;
}
