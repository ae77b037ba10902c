import { AnamnesisError } from '#core/base/error.ts';
import type { TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import { say } from '#core/wording/say.ts';
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
      expected: say('plan', 'entitiesNeeded'),
      found: say('plan', 'sentencesWithout', items.length),
      remedy: say('plan', 'checkAnnotations'),
    });
  }
  if (groupsOf.size < 2) {
    throw new AnamnesisError('folds.single-class', {
      expected: say('plan', 'twoClasses'),
      found: `only the class "${[...groupsOf.keys()].join()}"`,
      remedy: say('plan', 'checkLabelColumn'),
    });
  }
  // Hardly two examples are alike: whatever the column holds, it may be text and is not quoted.
  if (groupsOf.size > items.length / 2) {
    throw new AnamnesisError('folds.class-too-small', {
      expected: say('plan', 'twoOfEach'),
      found: say('plan', 'classesForExamples', groupsOf.size, items.length),
      remedy: say('plan', 'notClasses'),
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
      expected: say('plan', 'foldsWhole'),
      found: String(foldCount),
      remedy: say('plan', 'setFolds'),
    });
  }
  const groupCount = groupItems(items).count;
  if (items.length < foldCount) {
    throw new AnamnesisError('folds.too-few-items', {
      expected: say('plan', 'examplesForFolds', foldCount),
      found: String(items.length),
      remedy: say('plan', 'fewerFolds'),
    });
  }
  if (groupCount < foldCount) {
    throw new AnamnesisError('folds.too-few-groups', {
      expected: say('plan', 'groupsForFolds', foldCount),
      found: String(groupCount),
      remedy: say('plan', 'fewerFoldsOrOthers'),
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
