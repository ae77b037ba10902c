import type { ComparisonView } from '#contract/result.ts';
import type { Formats } from '../format/formats.ts';
import type { ResultsMessages } from '../messages/results/messages.ts';

/** "11 comparisons: 8 no difference shown · 3 candidate better", the most frequent first. */
export function countVerdicts(
  comparisons: readonly Pick<ComparisonView, 'verdict'>[],
  say: Pick<ResultsMessages, 'comparisons' | 'verdicts'>,
  format: Pick<Formats, 'count'>,
): string {
  const groups = [...Map.groupBy(comparisons, ({ verdict }) => verdict)]
    .toSorted(([, first], [, second]) => second.length - first.length)
    .map(
      ([verdict, group]) => `${format.count(group.length)} ${say.verdicts[verdict].toLowerCase()}`,
    );
  return say.comparisons(comparisons.length, groups.join(' · '));
}
