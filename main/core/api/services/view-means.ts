import { meanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import type { FoldMeanView, MetricView } from '../contract/result.ts';

/**
 * One mean for each model, task, metric and type, with its interval, from the values of folds; `testFractionOf` a task
 * whose data was divided repeatedly is the share of a test fold, else 0.
 */
export function viewMeans(
  metrics: readonly MetricView[],
  testFractionOf: (task: string) => number = () => 0,
): FoldMeanView[] {
  const groups = Map.groupBy(metrics, ({ model, task, name, entityType }) =>
    JSON.stringify([model, task, name, entityType]),
  );
  return Array.from(groups.values(), (group) => {
    const [{ model, task, name, entityType }] = group;
    const values = group.map(({ value }) => value);
    const { mean, upper } = meanInterval(values, { testFraction: testFractionOf(task) });
    const halfInterval = upper === null ? null : upper - mean;
    return { model, task, name, entityType, mean, halfInterval };
  });
}
