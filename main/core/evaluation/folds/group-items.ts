import type { FoldItem } from './fold-item.ts';

/** Groups of items, numbered in order of appearance; an item without group is its own. */
export interface ItemGroups {
  readonly count: number;
  /** The indices of the items of a group, in their order. */
  readonly members: (group: number) => Int32Array;
}

/** Finds the groups of items. In two arrays of numbers: there may be as many groups as sentences. */
export function groupItems(items: readonly FoldItem[]): ItemGroups {
  const groupOf = new Int32Array(items.length);
  const byId = new Map<string, number>();
  let count = 0;
  items.forEach(({ groupId }, index) => {
    const group = (groupId === null ? undefined : byId.get(groupId)) ?? count++;
    groupOf[index] = group;
    if (groupId !== null) byId.set(groupId, group);
  });
  const ends = new Int32Array(count);
  for (const group of groupOf) ends[group]++;
  for (let group = 1; group < count; group++) ends[group] += ends[group - 1];
  const startOf = (group: number) => (group === 0 ? 0 : ends[group - 1]);
  const next = Int32Array.from(ends, (_, group) => startOf(group));
  const sorted = new Int32Array(items.length);
  for (const [index, group] of groupOf.entries()) sorted[next[group]++] = index;
  return { count, members: (group) => sorted.subarray(startOf(group), ends[group]) };
}
