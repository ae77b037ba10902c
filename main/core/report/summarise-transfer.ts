import { largestOf, smallestOf } from '#core/base/extremes.ts';
import { describeSample } from '#core/evaluation/statistics/describe-sample.ts';
import { meanInterval, type MeanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import type {
  StudyResults,
  TransferMeasurement,
  TransferResults,
  TransferSetting,
} from './study-results.ts';

/** A model in one setting of a transfer, by the primary metric: a row of its table. */
export interface TransferRow extends TransferSetting {
  readonly model: string;
  /** Folds that were tested, or draws. */
  readonly count: number;
  readonly mean: number;
  /** Over folds; null over draws, whose spread is what matters, and for a single fold. */
  readonly interval: Pick<MeanInterval, 'lower' | 'upper'> | null;
  /** Over folds or draws; null for one. */
  readonly standardDeviation: number | null;
  readonly smallest: number;
  readonly largest: number;
  /**
   * Of draws: the deviation of what they give beyond the same model without examples on the same
   * fold, from which the difficulty of folds is gone; null where nothing is drawn.
   */
  readonly deviationBeyondFold: number | null;
}

const order = ['target-only', 'zero-shot', 'few-shot', 'alone'] as const;

/** The rows of a transfer: models in the order of the plan, settings from none to all examples. */
export function summariseTransfer(
  { models }: Pick<StudyResults, 'models'>,
  transfer: TransferResults,
): TransferRow[] {
  const measured = transfer.measurements.filter(
    ({ metric }) => metric.name === transfer.primaryMetric && metric.entityType === null,
  );
  return models.flatMap(({ name }) => {
    const ofModel = measured.filter(({ model }) => model === name);
    const zeroShot = new Map(
      ofModel
        .filter(({ condition }) => condition === 'zero-shot')
        .map(({ fold, metric }) => [fold, metric.value]),
    );
    const settings = Map.groupBy(
      ofModel,
      ({ condition, shots }) => `${condition} ${String(shots)}`,
    );
    return [...settings.values()]
      .map((each) => summariseSetting(each, zeroShot))
      .sort(
        (a, b) =>
          order.indexOf(a.condition) - order.indexOf(b.condition) ||
          (a.shots ?? Infinity) - (b.shots ?? Infinity),
      );
  });
}

function summariseSetting(
  measurements: readonly TransferMeasurement[],
  zeroShot: ReadonlyMap<number, number>,
): TransferRow {
  const [{ model, condition, shots, draw }] = measurements;
  const values = measurements.map(({ metric }) => metric.value);
  const { count, mean, standardDeviation } = describeSample(values);
  const { lower, upper } = meanInterval(values);
  const beyond = measurements.flatMap(({ fold, metric }) => {
    const without = zeroShot.get(fold);
    return without === undefined ? [] : [metric.value - without];
  });
  return {
    ...{ model, condition, shots, count, mean, standardDeviation },
    interval: draw !== null || lower === null || upper === null ? null : { lower, upper },
    smallest: smallestOf(values),
    largest: largestOf(values),
    deviationBeyondFold:
      draw === null || beyond.length < values.length
        ? null
        : describeSample(beyond).standardDeviation,
  };
}
