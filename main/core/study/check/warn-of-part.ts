import { formatCount, formatPercentage } from '#core/base/format-number.ts';
import type { TaskOutlook } from './plan-outlook.ts';

interface Part extends Pick<TaskOutlook, 'kind' | 'folds' | 'labels' | 'seenShare'> {
  readonly examples: readonly { readonly groupId: string | null }[];
}

const namedCount = 8;

/** What the part of a task that was read makes likely; no more than that: files may be sorted. */
export function warnOfPart({ kind, folds, labels, seenShare, examples }: Part): string[] {
  const part = `In the ${formatPercentage(seenShare)} that was looked at`;
  const noun = kind === 'classification' ? 'class' : 'entity type';
  if (labels.length === 0) return [`${part} there is no entity.`];
  const rare = labels.filter(({ count }) => count / seenShare < folds);
  const named = rare
    .slice(0, namedCount)
    .map(({ label, count }) => `“${label}” (${formatCount(count)})`);
  const more = rare.length - named.length;
  const ungrouped = examples.filter(({ groupId }) => groupId === null).length;
  const groups = new Set(examples.map(({ groupId }) => groupId)).size - (ungrouped > 0 ? 1 : 0);
  return [
    ...(kind === 'classification' && labels.length === 1
      ? [`${part} there is one class only, “${labels[0].label}”.`]
      : []),
    ...(rare.length === 0
      ? []
      : [
          `${part} these are so rare that all of it may have fewer than one for each of the ${folds} folds, by ${noun}: ${named.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}.`,
        ]),
    ...((groups + ungrouped) / seenShare < folds
      ? [`${part} there are ${formatCount(groups + ungrouped)} groups for ${folds} folds.`]
      : []),
  ];
}
