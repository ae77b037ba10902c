import { AnamnesisError } from '#core/base/error.ts';
import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import type { FoldItem } from './fold-item.ts';
import { groupItems } from './group-items.ts';

/**
 * Refuses what no cross-validation can be made of: `folds.invalid-count`, `folds.too-few-items`,
 * `folds.too-few-groups`, and for classification `folds.single-class` and `folds.class-too-small`
 * (a class whose examples all fall into one fold would be tested where it was never learned and
 * learned where it is never tested), for entities `folds.no-entities`.
 */
export function requireFoldable(
  kind: TaskKind,
  items: readonly FoldItem[],
  foldCount: number,
): void {
  requireEnough(items, foldCount);
  const groupsOf = countGroupsPerLabel(items);
  if (kind === 'entities') {
    if (groupsOf.size > 0) return;
    throw new AnamnesisError('folds.no-entities', {
      expected: 'sentences with entities',
      found: `${items.length} sentences without any`,
      remedy: 'Check that the annotations were imported along with the text.',
    });
  }
  if (groupsOf.size < 2) {
    throw new AnamnesisError('folds.single-class', {
      expected: 'examples of at least two classes',
      found: `only the class "${[...groupsOf.keys()].join()}"`,
      remedy: 'Check the label column, or add examples of the other class.',
    });
  }
  // Hardly two examples are alike: whatever the column holds, it may be text and is not quoted.
  if (groupsOf.size > items.length / 2) {
    throw new AnamnesisError('folds.class-too-small', {
      expected: 'at least 2 examples of each class',
      found: `${groupsOf.size} classes for ${items.length} examples`,
      remedy: 'Check the label column: it seems to hold something else than classes.',
    });
  }
  requireNoRareClass(items, groupsOf);
}

/** All that are too rare are named, with their counts: one after the other would take hundreds of attempts. */
function requireNoRareClass(
  items: readonly FoldItem[],
  groupsOf: ReadonlyMap<string, number>,
): void {
  const countOf = new Map<string, number>();
  const rare = [...groupsOf.entries()].filter(([, groupCount]) => groupCount < 2);
  if (rare.length === 0) return;
  for (const { labels } of items) {
    for (const label of labels) countOf.set(label, (countOf.get(label) ?? 0) + 1);
  }
  const named = rare.map(([label]) => {
    const count = countOf.get(label) ?? 0;
    return `"${label}" (${count === 1 ? '1' : `${count} of one group`})`;
  });
  throw new AnamnesisError('folds.class-too-small', {
    expected: 'at least 2 examples (in 2 groups, where groups are kept together) of each class',
    found: `${named.length === 1 ? 'a class' : `${named.length} classes`} that would be in one fold only, learned where never tested, and the reverse: ${named.sort().join(', ')}`,
    remedy:
      'Leave them out with "minimumCount": 2 in the task, merge them with others or leave out single ones by "labels", or add examples.',
  });
}

function requireEnough(items: readonly FoldItem[], foldCount: number): void {
  if (!Number.isInteger(foldCount) || foldCount < 2) {
    throw new AnamnesisError('folds.invalid-count', {
      expected: 'a whole number of folds, at least 2',
      found: String(foldCount),
      remedy: 'Set "folds" to 5 or 10.',
    });
  }
  const groupCount = groupItems(items).count;
  if (items.length < foldCount) {
    throw new AnamnesisError('folds.too-few-items', {
      expected: `at least ${foldCount} examples, one for each fold`,
      found: String(items.length),
      remedy: 'Use fewer folds or add examples.',
    });
  }
  if (groupCount < foldCount) {
    throw new AnamnesisError('folds.too-few-groups', {
      expected: `at least ${foldCount} groups, one for each fold`,
      found: String(groupCount),
      remedy: 'Use fewer folds, or add examples of other patients or documents.',
    });
  }
}

/** In how many groups each label occurs. */
function countGroupsPerLabel(items: readonly FoldItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  const groups = groupItems(items);
  for (let group = 0; group < groups.count; group++) {
    const labels = new Set<string>();
    for (const index of groups.members(group)) {
      for (const label of items[index].labels) labels.add(label);
    }
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}
