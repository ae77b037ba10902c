import { describeComparison } from '#core/report/describe-comparison.ts';
import type { TaskComparison } from '#core/report/study-results.ts';
import type { ComparisonView, Verdict } from '../contract/result.ts';

/** The level of every verdict. */
const level = 0.05;

/** A comparison with its verdict in a sentence, none before all folds are done. */
export function viewComparison(comparison: TaskComparison, plannedFolds: number): ComparisonView {
  const { task, metric, modelA, modelB, result } = comparison;
  const verdicts = {
    'a-better': 'candidate-better',
    'b-better': 'baseline-better',
    'a-better-uncorrected-only': 'candidate-better-unconfirmed',
    'b-better-uncorrected-only': 'baseline-better-unconfirmed',
    'no-difference-shown': 'undecided',
    identical: 'undecided',
    'too-few-folds': 'too-few-folds',
  } as const satisfies Record<typeof result.verdict, Verdict>;
  const complete = result.foldCount === plannedFolds;
  return {
    task,
    metric,
    baseline: modelB,
    candidate: modelA,
    folds: result.foldCount,
    meanDifference: result.meanDifference,
    interval: result.interval,
    wilcoxon: result.wilcoxon.method,
    decidedBy: result.decidedBy,
    statistic: result.wilcoxon.statistic,
    p: result.wilcoxon.p,
    adjustedP: result.pHolm,
    correctedP: result.correctedT.p,
    smallestP: result.smallestPossibleP,
    level,
    verdict: complete ? verdicts[result.verdict] : 'incomplete',
    sentence: describeComparison(comparison, plannedFolds),
  };
}
