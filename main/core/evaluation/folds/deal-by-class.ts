import type { RandomStream } from '#core/base/random-stream.ts';
import { listLabels, type FoldAssignment, type FoldItem } from './fold-item.ts';

/**
 * Stratified folds of items with one class each and no groups: every class is shuffled, then all
 * are dealt out like cards, one class after the other without starting anew. So the counts of a
 * class, and the sizes of folds, differ by at most 1.
 */
export function dealByClass(
  items: readonly FoldItem[],
  foldCount: number,
  random: RandomStream,
): FoldAssignment {
  const foldOf = new Int32Array(items.length);
  let dealt = 0;
  for (const label of listLabels(items)) {
    const members = items.flatMap((item, index) => (item.labels[0] === label ? [index] : []));
    for (const index of random.shuffle(members)) foldOf[index] = dealt++ % foldCount;
  }
  return { foldCount, foldOf };
}
