import type { RandomStream } from '#core/base/random-stream.ts';
import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import { dealByClass } from './deal-by-class.ts';
import { dealLabelSets } from './deal-label-sets.ts';
import type { FoldAssignment, FoldItem, FoldSides } from './fold-item.ts';
import { groupItems } from './group-items.ts';
import { placeGroups } from './place-groups.ts';
import { requireFoldable } from './require-foldable.ts';

export interface FoldOptions {
  readonly kind: TaskKind;
  readonly foldCount: number;
  /** The folds follow from the items and this stream alone: call once, use for every model. */
  readonly random: RandomStream;
}

/**
 * Stratified folds. Notes without shared groups: per class and fold counts differ by at most 1; of
 * notes with several labels, iterative stratification.
 * With groups, and for entities: no group is split, and counts are as even as groups allow.
 * Throws what `requireFoldable` throws; what is legal but doubtful `describeFolds` warns of.
 */
export function assignFolds(items: readonly FoldItem[], options: FoldOptions): FoldAssignment {
  const { kind, foldCount, random } = options;
  requireFoldable(kind, items, foldCount);
  const grouped = groupItems(items).count < items.length;
  return kind === 'entities' || grouped
    ? placeGroups(items, foldCount, random)
    : dealSingly(kind, items, { foldCount, random });
}

/** Items without groups: each has one class, or several labels. */
export function dealSingly(
  kind: Exclude<TaskKind, 'entities'>,
  items: readonly FoldItem[],
  { foldCount, random }: Pick<FoldOptions, 'foldCount' | 'random'>,
): FoldAssignment {
  const deal = kind === 'multi-label' ? dealLabelSets : dealByClass;
  return deal(items, foldCount, random);
}

/** All that one fold does not test is learned from. */
export function splitFold({ foldOf }: FoldAssignment, fold: number): FoldSides {
  const indices = Int32Array.from(foldOf.keys());
  return {
    train: indices.filter((index) => foldOf[index] !== fold),
    test: indices.filter((index) => foldOf[index] === fold),
  };
}
