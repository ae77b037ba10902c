/** The places of the items of each group, in the order in which groups occur; null stands alone. */
export function listGroups(groupIds: readonly (string | null)[]): Int32Array[] {
  const named = new Map<string, number[]>();
  const groups: number[][] = [];
  groupIds.forEach((groupId, item) => {
    const known = groupId === null ? undefined : named.get(groupId);
    if (known !== undefined) {
      known.push(item);
      return;
    }
    const group = [item];
    groups.push(group);
    if (groupId !== null) named.set(groupId, group);
  });
  return groups.map((items) => Int32Array.from(items));
}
