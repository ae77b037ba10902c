import type { RandomStream } from '#core/base/random-stream.ts';
import { listLabels, type FoldAssignment, type FoldItem } from './fold-item.ts';
import { groupItems, type ItemGroups } from './group-items.ts';
import { searchDivisions, searchedGroups } from './search-divisions.ts';

/**
 * Folds that split no group: groups are shuffled, sorted with the largest share of any label first,
 * and each is put where it leaves the labels and the sizes of folds most even. The idea is that of
 * scikit-learn's StratifiedGroupKFold; here items may also carry many labels or none. Of up to a
 * dozen groups all divisions are tried, and a better one is taken.
 */
export function placeGroups(
  items: readonly FoldItem[],
  foldCount: number,
  random: RandomStream,
): FoldAssignment {
  const groups = shuffle(groupItems(items), random);
  const { dimensions, shareOf } = shareOfEach(items, groups);
  const all = Array.from({ length: groups.count }, (_, group) => group);
  const peaks = Float64Array.from(all, (group) => peak(shareOf(group)));
  const order = [...all].sort((a, b) => peaks[b] - peaks[a]);
  const loads = Array.from({ length: foldCount }, () => new Float64Array(dimensions));
  const foldOfGroup = new Int32Array(groups.count);
  for (const group of order) {
    const share = shareOf(group);
    const fold = lightest(loads, share);
    share.forEach((value, dimension) => (loads[fold][dimension] += value));
    foldOfGroup[group] = fold;
  }
  const isFew = groups.count <= searchedGroups;
  const best = isFew ? searchDivisions(all.map(shareOf), foldOfGroup, foldCount) : foldOfGroup;
  const foldOf = new Int32Array(items.length);
  for (const group of all) for (const index of groups.members(group)) foldOf[index] = best[group];
  return { foldCount, foldOf, isSearched: best !== foldOfGroup };
}

function shuffle(groups: ItemGroups, random: RandomStream): ItemGroups {
  const order = random.shuffle(Array.from({ length: groups.count }, (_, group) => group));
  return { count: groups.count, members: (group) => groups.members(order[group]) };
}

/** Per group, its share of all items and then of each label; every dimension sums to 1. */
function shareOfEach(items: readonly FoldItem[], groups: ItemGroups) {
  const dimensionOf = new Map(listLabels(items).map((label, index) => [label, index + 1]));
  const dimensions = dimensionOf.size + 1;
  const totals = new Float64Array(dimensions);
  /** [groups, dimensions] */
  const shares = new Float64Array(groups.count * dimensions);
  for (let group = 0; group < groups.count; group++) {
    const add = (dimension: number) => {
      shares[group * dimensions + dimension]++;
      totals[dimension]++;
    };
    for (const index of groups.members(group)) {
      add(0);
      for (const label of items[index].labels) add(dimensionOf.get(label) ?? 0);
    }
  }
  for (const index of shares.keys()) shares[index] /= totals[index % dimensions];
  const shareOf = (group: number) => shares.subarray(group * dimensions, (group + 1) * dimensions);
  return { dimensions, shareOf };
}

function peak(share: Float64Array): number {
  return share.reduce((largest, value) => Math.max(largest, value), 0);
}

/**
 * The fold to which adding `share` raises the sum of squared loads least: with fixed totals that sum
 * is smallest when all folds are equal. (x + s)² − x² = 2xs + s², and s² is the same for every fold.
 * An empty fold costs nothing and any other something, so that none stays empty.
 */
function lightest(loads: readonly Float64Array[], share: Float64Array): number {
  let best = 0;
  let leastCost = Infinity;
  loads.forEach((load, fold) => {
    const cost = load.reduce((sum, value, dimension) => sum + value * share[dimension], 0);
    if (cost >= leastCost) return;
    leastCost = cost;
    best = fold;
  });
  return best;
}
