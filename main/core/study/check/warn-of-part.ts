import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { TaskOutlook } from './plan-outlook.ts';

interface Part extends Pick<TaskOutlook, 'kind' | 'folds' | 'labels' | 'seenShare'> {
  readonly examples: readonly { readonly groupId: string | null }[];
}

const namedCount = 8;

/** What the part of a task that was read makes likely; no more than that: files may be sorted. */
export function warnOfPart({ kind, folds, labels, seenShare, examples }: Part): Told[] {
  if (labels.length === 0) return [say('findings', 'partHasNoEntity', seenShare)];
  const rare = labels.filter(({ count }) => count / seenShare < folds);
  const named = rare
    .slice(0, namedCount)
    .map(({ label, count }) => say('losses', 'labelCount', label, count));
  const few = say('losses', 'first', named, rare.length - named.length);
  const ungrouped = examples.filter(({ groupId }) => groupId === null).length;
  const groups = new Set(examples.map(({ groupId }) => groupId)).size - (ungrouped > 0 ? 1 : 0);
  return [
    ...(kind === 'classification' && labels.length === 1
      ? [say('findings', 'partHasOneClass', seenShare, labels[0].label)]
      : []),
    ...(rare.length === 0 ? [] : [say('findings', 'partHasRare', seenShare, folds, kind, few)]),
    ...((groups + ungrouped) / seenShare < folds
      ? [say('findings', 'partHasFewGroups', seenShare, groups + ungrouped, folds)]
      : []),
  ];
}
