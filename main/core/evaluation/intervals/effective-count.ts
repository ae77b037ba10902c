/**
 * How many items that stand alone tell as much, at least, as these, of which those with the same
 * group depend on each other: (Σ n)²/Σ n² over the sizes n of groups, Kish’s effective number (Survey
 * Sampling, 1965) for items that agree fully within a group. Null is a group of its own. The number
 * of items where each stands alone, the number of groups where all are equally large.
 */
export function effectiveCount(groupIds: readonly (string | null)[]): number {
  const sizes = new Map<string, number>();
  let squares = 0;
  for (const groupId of groupIds) {
    if (groupId === null) squares++;
    else sizes.set(groupId, (sizes.get(groupId) ?? 0) + 1);
  }
  for (const size of sizes.values()) squares += size * size;
  return squares === 0 ? 0 : groupIds.length ** 2 / squares;
}
