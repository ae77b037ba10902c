import type { Phrase } from '#core/base/phrase.ts';
import {
  decidingP,
  significanceLevel,
  type Verdict,
} from '#core/evaluation/statistics/judge-comparison.ts';
import { say } from '#core/wording/say.ts';
import type { StudyResults, TaskComparison } from './study-results.ts';

/** The few words of a verdict that fit into a table with columns A and B. */
const shortVerdicts = {
  'a-better': 'aBetter',
  'b-better': 'bBetter',
  'a-better-uncorrected-only': 'aUnconfirmed',
  'b-better-uncorrected-only': 'bUnconfirmed',
  'no-difference-shown': 'noDifferenceShort',
  identical: 'identicalShort',
  'too-few-folds': 'tooFewShort',
} as const satisfies Record<Verdict, string>;

/** The verdict in a few words; none before all folds are done, however clear it looks. */
export function shortenVerdict(
  { result }: Pick<TaskComparison, 'result'>,
  plannedFolds: number,
): Phrase {
  const key = result.foldCount < plannedFolds ? 'notFinished' : shortVerdicts[result.verdict];
  return say('verdicts', key);
}

/** "10 folds", or how many of them both models have finished. */
export function describeFoldsDone({ result }: TaskComparison, plannedFolds: number): Phrase {
  return say('verdicts', 'foldsDone', result.foldCount, plannedFolds);
}

/**
 * What a comparison shows, in one or two sentences without jargon beyond p. While folds are missing
 * nothing is called shown: who looks again and again until a p is small will see a small one.
 */
export function describeComparison(comparison: TaskComparison, plannedFolds: number): Phrase {
  const { task, metric, modelA, modelB, result } = comparison;
  const folds = describeFoldsDone(comparison, plannedFolds);
  const on = say('verdicts', 'on', task, say('metricNames', metric), folds);
  if (result.foldCount < plannedFolds) {
    return say('verdicts', 'tendencyUntilDone', describeTendency(comparison), on);
  }
  const p = say('verdicts', 'pValue', result.pHolm ?? decidingP(result), result.familySize);
  const by = Math.abs(result.meanDifference);
  const better = (winner: string, loser: string) =>
    say('verdicts', 'better', winner, loser, on, by, p);
  const unconfirmed = (winner: string, loser: string) =>
    result.meanDifference > 0 === result.effectSize > 0
      ? say('verdicts', 'unconfirmed', winner, loser, on, by, p, result.correctedT.p)
      : say('verdicts', 'unconfirmedAgainstMean', winner, loser, on, by, p);
  const sentences = {
    'a-better': () => better(modelA, modelB),
    'b-better': () => better(modelB, modelA),
    'a-better-uncorrected-only': () => unconfirmed(modelA, modelB),
    'b-better-uncorrected-only': () => unconfirmed(modelB, modelA),
    'no-difference-shown': () => say('verdicts', 'noDifference', modelA, modelB, on, p),
    identical: () => say('verdicts', 'identical', modelA, modelB, on),
    'too-few-folds': () => describeTooFew(comparison),
  } satisfies Record<Verdict, () => Phrase>;
  return sentences[result.verdict]();
}

function describeTooFew(comparison: TaskComparison): Phrase {
  const { task, result } = comparison;
  const { foldCount, smallestPossibleP: smallest, familySize } = result;
  const tendency = describeTendency(comparison);
  if (smallest > significanceLevel) {
    return say('verdicts', 'tooFew', task, tendency, foldCount, smallest, significanceLevel);
  }
  const adjusted = Math.min(1, smallest * familySize);
  return say(
    'verdicts',
    'tooFewInFamily',
    task,
    tendency,
    foldCount,
    smallest,
    adjusted,
    familySize,
    significanceLevel,
  );
}

function describeTendency({ modelA, modelB, result: { meanDifference } }: TaskComparison): Phrase {
  if (meanDifference === 0) return say('verdicts', 'sameMean', modelA, modelB);
  const [higher, lower] = meanDifference > 0 ? [modelA, modelB] : [modelB, modelA];
  return say('verdicts', 'higherMean', higher, Math.abs(meanDifference), lower);
}

/** How many folds a task of the study has. */
export function plannedFoldsOf({ tasks }: StudyResults, taskName: string): number {
  return tasks.find(({ name }) => name === taskName)?.foldCount ?? 0;
}

/** One sentence per comparison, in their order. */
export function describeComparisons(results: StudyResults): Phrase[] {
  return results.comparisons.map((each) =>
    describeComparison(each, plannedFoldsOf(results, each.task)),
  );
}
