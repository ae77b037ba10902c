/** More groups have too many divisions to try them all: of 12 there are at most 1.4 million. */
export const searchedGroups = 12;

/** Differences of costs below this are rounding. */
const tolerance = 1e-9;

/** How good a division is; `single` counts first. */
export interface DivisionCost {
  /** Labels of several groups that nevertheless all lie in one fold. */
  readonly single: number;
  /** The sum of squared loads of folds, over all dimensions: the least where all are equal. */
  readonly unevenness: number;
}

/**
 * The cost of a division of groups into folds; `shares` holds per group its share of all items and
 * then of each label.
 */
export function costOfDivision(
  shares: readonly Float64Array[],
  foldOfGroup: ArrayLike<number>,
  foldCount: number,
): DivisionCost {
  let single = 0;
  let unevenness = 0;
  shares[0].forEach((_, dimension) => {
    const loads = new Float64Array(foldCount);
    shares.forEach((share, group) => (loads[foldOfGroup[group]] += share[dimension]));
    unevenness += loads.reduce((sum, load) => sum + load * load, 0);
    const foldsWith = loads.filter((load) => load > 0).length;
    const groupsWith = shares.filter((share) => share[dimension] > 0).length;
    if (dimension > 0 && groupsWith > 1 && foldsWith === 1) single++;
  });
  return { single, unevenness };
}

function isBetter(one: DivisionCost, other: DivisionCost): boolean {
  return one.single === other.single
    ? one.unevenness < other.unevenness - tolerance
    : one.single < other.single;
}

/**
 * The best of all divisions of groups into folds that leave no fold empty: the fewest labels in one
 * fold only, then the most even loads. `start` is kept unless another is better. Both parts of the
 * cost can only grow as groups are added, so that what is worse already is not tried to its end.
 */
export function searchDivisions(
  shares: readonly Float64Array[],
  start: Int32Array,
  foldCount: number,
): Int32Array {
  const groupCount = shares.length;
  const dimensions = shares[0].length;
  const loads = Array.from({ length: foldCount }, () => new Float64Array(dimensions));
  const lastGroupOf = lastGroupOfEachLabel(shares);
  const current = new Int32Array(groupCount);
  let best = start;
  let bestCost = costOfDivision(shares, start, foldCount);

  /** Labels whose last group was just placed in the fold that has all of their others. */
  function countSingle(group: number, fold: number): number {
    return lastGroupOf[group].filter((label) => loads[fold][label] > 1 - tolerance).length;
  }

  function place(group: number, used: number, cost: DivisionCost): void {
    if (!isBetter(cost, bestCost)) return;
    if (group === groupCount) {
      best = current.slice();
      bestCost = cost;
      return;
    }
    const share = shares[group];
    // Folds are alike: a new one is always the next. As many groups must be left as folds are empty.
    const first = groupCount - group === foldCount - used ? used : 0;
    for (let fold = first; fold <= Math.min(used, foldCount - 1); fold++) {
      const load = loads[fold];
      const before = load.slice();
      let added = 0;
      for (let each = 0; each < dimensions; each++) {
        added += (2 * load[each] + share[each]) * share[each];
        load[each] += share[each];
      }
      current[group] = fold;
      place(group + 1, Math.max(used, fold + 1), {
        single: cost.single + countSingle(group, fold),
        unevenness: cost.unevenness + added,
      });
      load.set(before);
    }
  }

  place(0, 0, { single: 0, unevenness: 0 });
  return best;
}

/** Per group, the labels of several groups of which it is the last. */
function lastGroupOfEachLabel(shares: readonly Float64Array[]): number[][] {
  const labels: number[][] = shares.map(() => []);
  for (let label = 1; label < shares[0].length; label++) {
    const groups = [...shares.keys()].filter((group) => shares[group][label] > 0);
    if (groups.length > 1) labels[groups.at(-1) ?? 0].push(label);
  }
  return labels;
}
