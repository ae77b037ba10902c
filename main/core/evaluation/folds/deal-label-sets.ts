import { largestOf } from '#core/base/extremes.ts';
import type { RandomStream } from '#core/base/random-stream.ts';
import { listLabels, type FoldAssignment, type FoldItem } from './fold-item.ts';

/**
 * Stratified folds of items with several labels each, or none, and no groups: iterative
 * stratification (Sechidis, Tsoumakas and Vlahavas, ECML PKDD 2011, figure 1). The rarest label that
 * is left is dealt out first, each of its items to the fold that still lacks most of that label, then
 * most items; what is left without labels fills up the folds. Chance breaks ties.
 */
export function dealLabelSets(
  items: readonly FoldItem[],
  foldCount: number,
  random: RandomStream,
): FoldAssignment {
  const labels = listLabels(items);
  const numberOf = new Map(labels.map((label, index) => [label, index]));
  const setOf = items.map((item) =>
    [...new Set(item.labels)].map((each) => numberOf.get(each) ?? 0),
  );
  const order = random.shuffle([...items.keys()]);
  /** Of each label the items that are not in a fold, in the order of the lot. */
  const waiting = labels.map(() => new Set<number>());
  for (const item of order) for (const label of setOf[item]) waiting[label].add(item);
  // What each fold still lacks: of all items, and of each label.
  const lacks = Array.from({ length: foldCount }, () => items.length / foldCount);
  const lacksOf = waiting.map(({ size }) =>
    Array.from({ length: foldCount }, () => size / foldCount),
  );
  const foldOf = new Int32Array(items.length).fill(-1);

  function put(item: number, fold: number): void {
    foldOf[item] = fold;
    lacks[fold]--;
    for (const label of setOf[item]) {
      lacksOf[label][fold]--;
      waiting[label].delete(item);
    }
  }
  function choose(wanting: readonly number[]): number {
    const most = keepLargest([...wanting.keys()], wanting);
    return pick(keepLargest(most, lacks), random);
  }

  for (;;) {
    const left = [...labels.keys()].filter((label) => waiting[label].size > 0);
    if (left.length === 0) break;
    const rarest = keepLargest(
      left,
      waiting.map(({ size }) => -size),
    );
    const label = pick(rarest, random);
    for (const item of [...waiting[label]]) put(item, choose(lacksOf[label]));
  }
  for (const item of order) if (foldOf[item] < 0) put(item, choose(lacks));
  return { foldCount, foldOf };
}

/** Those of some places whose value is the largest. */
function keepLargest(places: readonly number[], values: readonly number[]): number[] {
  const largest = largestOf(places.map((place) => values[place]));
  return places.filter((place) => values[place] === largest);
}

function pick(places: readonly number[], random: RandomStream): number {
  return places.length === 1 ? places[0] : places[random.integer(places.length)];
}
