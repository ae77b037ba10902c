import { shortenVerdict } from '#core/report/describe-comparison.ts';
import type { StudyResults, TransferResults } from '#core/report/study-results.ts';
import { summariseTransfer } from '#core/report/summarise-transfer.ts';
import type { TransferView } from '../contract/study.ts';

/** A transfer as the window shows it: the rows and differences of the report. */
export function viewTransfer(results: StudyResults, transfer: TransferResults): TransferView {
  const { name, source, target, primaryMetric, labels, comparisons } = transfer;
  return {
    ...{ name, source, target, metric: primaryMetric, labels },
    rows: summariseTransfer(results, transfer).map(
      ({ model, condition, shots, count, mean, standardDeviation, smallest, largest }) => ({
        ...{ model, condition, shots, count, mean, standardDeviation, smallest, largest },
      }),
    ),
    comparisons: comparisons.map((comparison) => {
      const { a, b, plannedFolds, result } = comparison;
      return {
        ...{ a, b, plannedFolds },
        folds: result.foldCount,
        meanDifference: result.meanDifference,
        interval: result.interval,
        adjustedP: result.pHolm,
        correctedP: result.correctedT.p,
        verdict: shortenVerdict(comparison, plannedFolds),
      };
    }),
  };
}
