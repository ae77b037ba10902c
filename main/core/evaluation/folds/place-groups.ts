import type { RandomStream } from '#core/base/random-stream.ts';
import { listLabels, type FoldAssignment, type FoldItem } from './fold-item.ts';
import { groupItems } from './group-items.ts';
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
  const groups = random.shuffle(groupItems(items));
  const shares = shareOfEach(items, groups);
  const order = groups.map((_, group) => group).sort((a, b) => peak(shares[b]) - peak(shares[a]));
  const loads = Array.from({ length: foldCount }, () => new Float64Array(shares[0].length));
  const foldOfGroup = new Int32Array(groups.length);
  for (const group of order) {
    const fold = lightest(loads, shares[group]);
    shares[group].forEach((share, dimension) => (loads[fold][dimension] += share));
    foldOfGroup[group] = fold;
  }
  const isFew = groups.length <= searchedGroups;
  const best = isFew ? searchDivisions(shares, foldOfGroup, foldCount) : foldOfGroup;
  const foldOf = new Int32Array(items.length);
  groups.forEach((members, group) => {
    for (const index of members) foldOf[index] = best[group];
  });
  return { foldCount, foldOf, isSearched: best !== foldOfGroup };
}

/** Per group, its share of all items and then of each label; every dimension sums to 1. */
function shareOfEach(items: readonly FoldItem[], groups: readonly number[][]): Float64Array[] {
  const dimensionOf = new Map(listLabels(items).map((label, index) => [label, index + 1]));
  const totals = new Float64Array(dimensionOf.size + 1);
  const counts = groups.map((members) => {
    const count = new Float64Array(totals.length);
    for (const index of members) {
      count[0]++;
      for (const label of items[index].labels) count[dimensionOf.get(label) ?? 0]++;
    }
    count.forEach((value, dimension) => (totals[dimension] += value));
    return count;
  });
  return counts.map((count) => count.map((value, dimension) => value / totals[dimension]));
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
