import { metricDescriptions } from '#core/evaluation/metrics/metric-names.ts';
import { significanceLevel, type Verdict } from '#core/evaluation/statistics/judge-comparison.ts';
import { formatFolds, formatP, formatScore } from '#core/base/format-number.ts';
import type { StudyResults, TaskComparison } from './study-results.ts';

/** The few words of a verdict that fit into a table with columns A and B. */
const shortVerdicts: Record<Verdict, string> = {
  'a-better': 'A better',
  'b-better': 'B better',
  'a-better-uncorrected-only': 'A better, not confirmed',
  'b-better-uncorrected-only': 'B better, not confirmed',
  'no-difference-shown': 'no difference shown',
  identical: 'identical',
  'too-few-folds': 'too few folds to tell',
};

/** The verdict in a few words; none before all folds are done, however clear it looks. */
export function shortenVerdict({ result }: TaskComparison, plannedFolds: number): string {
  return result.foldCount < plannedFolds ? 'not finished' : shortVerdicts[result.verdict];
}

/** "10 folds", or how many of them both models have finished. */
export function describeFoldsDone({ result }: TaskComparison, plannedFolds: number): string {
  return result.foldCount < plannedFolds
    ? `${result.foldCount} of ${formatFolds(plannedFolds)}`
    : formatFolds(result.foldCount);
}

/**
 * What a comparison shows, in one or two sentences without jargon beyond p. While folds are missing
 * nothing is called shown: who looks again and again until a p is small will see a small one.
 */
export function describeComparison(comparison: TaskComparison, plannedFolds: number): string {
  const { task, metric, result } = comparison;
  const modelA = quote(comparison.modelA);
  const modelB = quote(comparison.modelB);
  const name = metricDescriptions[metric].displayName;
  const on = `on ${task}, measured by ${name} over ${describeFoldsDone(comparison, plannedFolds)}`;
  if (result.foldCount < plannedFolds) {
    return `${describeTendency(comparison)} ${on}. What that shows is judged when all folds are done.`;
  }
  const p = `p = ${formatP(result.pHolm ?? result.wilcoxon.p)}${describeFamily(result.familySize)}`;
  const by = `${formatScore(Math.abs(result.meanDifference))} more`;
  const better = (winner: string, loser: string) =>
    `${winner} is better than ${loser} ${on}: ${by} on average, ${p}.`;
  const unconfirmed = (winner: string, loser: string) =>
    result.meanDifference > 0 === result.effectSize > 0
      ? `${winner} scores higher than ${loser} ${on} (${by} on average, ${p}), but the test that allows for overlapping training sets does not confirm it (p = ${formatP(result.correctedT.p)}): take it as a hint.`
      : `${winner} scores higher than ${loser} in most folds ${on} (${p}), but a few folds far the other way leave its mean lower by ${formatScore(Math.abs(result.meanDifference))}: look at the folds.`;
  const sentences = {
    'a-better': () => better(modelA, modelB),
    'b-better': () => better(modelB, modelA),
    'a-better-uncorrected-only': () => unconfirmed(modelA, modelB),
    'b-better-uncorrected-only': () => unconfirmed(modelB, modelA),
    'no-difference-shown': () =>
      `No difference between ${modelA} and ${modelB} was shown ${on} (${p}). That is not proof that there is none.`,
    identical: () => `${modelA} and ${modelB} score the same in every fold ${on}.`,
    'too-few-folds': () => describeTooFew(comparison),
  } satisfies Record<Verdict, () => string>;
  return sentences[result.verdict]();
}

function describeTooFew(comparison: TaskComparison): string {
  const { task, result } = comparison;
  const { smallestPossibleP, familySize } = result;
  const floor = formatP(smallestPossibleP);
  const family =
    smallestPossibleP > significanceLevel
      ? ''
      : `, or ${formatP(Math.min(1, smallestPossibleP * familySize))}${describeFamily(familySize)}`;
  return `On ${task}, ${describeTendency(comparison)}, but with ${formatFolds(result.foldCount)} the smallest two-sided p that can occur is ${floor}${family}, so no difference could be significant at ${significanceLevel}.`;
}

function describeTendency({ modelA, modelB, result: { meanDifference } }: TaskComparison): string {
  const [higher, lower] = meanDifference > 0 ? [modelA, modelB] : [modelB, modelA];
  return meanDifference === 0
    ? `${quote(modelA)} and ${quote(modelB)} have the same mean`
    : `${quote(higher)} scores ${formatScore(Math.abs(meanDifference))} higher than ${quote(lower)} on average`;
}

function describeFamily(size: number): string {
  return size === 1 ? '' : ` after adjusting for ${size} comparisons`;
}

/** A name from the plan may be any words. */
function quote(name: string): string {
  return `“${name}”`;
}

/** How many folds a task of the study has. */
export function plannedFoldsOf({ tasks }: StudyResults, taskName: string): number {
  return tasks.find(({ name }) => name === taskName)?.foldCount ?? 0;
}

/** One sentence per comparison, in their order. */
export function describeComparisons(results: StudyResults): string[] {
  return results.comparisons.map((each) =>
    describeComparison(each, plannedFoldsOf(results, each.task)),
  );
}
