import type { FoldItem } from './fold-item.ts';

/** Indices of the items of each group, in order of appearance; an item without group is its own. */
export function groupItems(items: readonly FoldItem[]): number[][] {
  const groups: number[][] = [];
  const byId = new Map<string, number[]>();
  items.forEach(({ groupId }, index) => {
    const known = groupId === null ? undefined : byId.get(groupId);
    if (known !== undefined) {
      known.push(index);
      return;
    }
    const members = [index];
    groups.push(members);
    if (groupId !== null) byId.set(groupId, members);
  });
  return groups;
}
