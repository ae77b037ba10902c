import type { ComparisonView, Verdict } from '#contract/result.ts';
import { count } from '../format/number.ts';

/** The few words of a verdict, the same wherever it is shown. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  'candidate-better': 'Candidate better',
  'baseline-better': 'Baseline better',
  'candidate-better-unconfirmed': 'Candidate better, unconfirmed',
  'baseline-better-unconfirmed': 'Baseline better, unconfirmed',
  undecided: 'No difference shown',
  'too-few-folds': 'Too few folds',
  incomplete: 'Not finished',
};

/** "11 comparisons: 8 no difference shown · 3 candidate better", the most frequent first. */
export function countVerdicts(comparisons: readonly Pick<ComparisonView, 'verdict'>[]): string {
  const groups = [...Map.groupBy(comparisons, ({ verdict }) => verdict)]
    .toSorted(([, first], [, second]) => second.length - first.length)
    .map(([verdict, group]) => `${group.length} ${verdictNames[verdict].toLowerCase()}`);
  return `${count(comparisons.length, 'comparison')}: ${groups.join(' · ')}`;
}
