import { metricDescriptions } from '#core/evaluation/metrics/metric-names.ts';
import { significanceLevel, type Verdict } from '#core/evaluation/statistics/judge-comparison.ts';
import { formatFolds, formatP, formatScore } from './format-number.ts';
import type { StudyResults, TaskComparison } from './study-results.ts';

/** The few words of a verdict that fit into a table with columns A and B. */
export const shortVerdicts: Record<Verdict, string> = {
  'a-better': 'A better',
  'b-better': 'B better',
  'a-better-uncorrected-only': 'A better, not confirmed',
  'b-better-uncorrected-only': 'B better, not confirmed',
  'no-difference-shown': 'no difference shown',
  identical: 'identical',
  'too-few-folds': 'too few folds to tell',
};

/** What a comparison shows, in one or two sentences without jargon beyond p. */
export function describeComparison(comparison: TaskComparison, comparisonCount: number): string {
  const { task, metric, result } = comparison;
  const modelA = quote(comparison.modelA);
  const modelB = quote(comparison.modelB);
  const name = metricDescriptions[metric].displayName;
  const p = formatP(result.pHolm ?? result.wilcoxon.p);
  const on = `on ${task}, measured by ${name} over ${result.foldCount} folds`;
  const by = `${formatScore(Math.abs(result.meanDifference))} more`;
  const better = (winner: string, loser: string) =>
    `${winner} is better than ${loser} ${on}: ${by} on average, p = ${p}.`;
  const unconfirmed = (winner: string, loser: string) =>
    `${winner} scores higher than ${loser} ${on} (${by} on average, p = ${p}), but the test that allows for overlapping training sets does not confirm it (p = ${formatP(result.correctedT.p)}): take it as a hint.`;
  const sentences = {
    'a-better': () => better(modelA, modelB),
    'b-better': () => better(modelB, modelA),
    'a-better-uncorrected-only': () => unconfirmed(modelA, modelB),
    'b-better-uncorrected-only': () => unconfirmed(modelB, modelA),
    'no-difference-shown': () =>
      `No difference between ${modelA} and ${modelB} was shown ${on} (p = ${p}). That is not proof that there is none.`,
    identical: () => `${modelA} and ${modelB} score the same in every fold ${on}.`,
    'too-few-folds': () => describeTooFew(comparison, comparisonCount),
  } satisfies Record<Verdict, () => string>;
  return sentences[result.verdict]();
}

function describeTooFew(comparison: TaskComparison, comparisonCount: number): string {
  const { task, result } = comparison;
  const modelA = quote(comparison.modelA);
  const modelB = quote(comparison.modelB);
  const floor = formatP(result.smallestPossibleP);
  const family =
    result.smallestPossibleP > significanceLevel
      ? ''
      : `, or ${formatP(Math.min(1, result.smallestPossibleP * comparisonCount))} after adjusting for ${comparisonCount} comparisons`;
  const [higher, lower] = result.meanDifference > 0 ? [modelA, modelB] : [modelB, modelA];
  const tendency =
    result.meanDifference === 0
      ? `${modelA} and ${modelB} have the same mean`
      : `${higher} scores ${formatScore(Math.abs(result.meanDifference))} higher than ${lower} on average`;
  return `On ${task}, ${tendency}, but with ${formatFolds(result.foldCount)} the smallest two-sided p that can occur is ${floor}${family}, so no difference could be significant at ${significanceLevel}.`;
}

/** A name from the plan may be any words. */
function quote(name: string): string {
  return `“${name}”`;
}

/** One sentence per comparison, in their order. */
export function describeComparisons({ comparisons }: StudyResults): string[] {
  return comparisons.map((each) => describeComparison(each, comparisons.length));
}
