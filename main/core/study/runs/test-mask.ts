/** Which of `count` examples are the test side of a fold. */
export function testMask(folds: readonly Int32Array[], fold: number, count: number): boolean[] {
  const mask = Array.from({ length: count }, () => false);
  for (const index of folds[fold]) mask[index] = true;
  return mask;
}
