/** Which of `count` examples are the test side of a fold; none without a fold. */
export function testMask(
  folds: readonly Int32Array[],
  fold: number | null,
  count: number,
): boolean[] {
  const mask = Array.from({ length: count }, () => false);
  for (const index of fold === null ? [] : folds[fold]) mask[index] = true;
  return mask;
}
