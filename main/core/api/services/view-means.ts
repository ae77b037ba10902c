import { meanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import type { FoldMeanView, MetricView } from '../contract/result.ts';

/** One mean for each model, task, metric and type, with its interval, from the values of folds. */
export function viewMeans(metrics: readonly MetricView[]): FoldMeanView[] {
  const groups = Map.groupBy(metrics, ({ model, task, name, entityType }) =>
    JSON.stringify([model, task, name, entityType]),
  );
  return Array.from(groups.values(), (group) => {
    const [{ model, task, name, entityType }] = group;
    const { mean, upper } = meanInterval(group.map(({ value }) => value));
    const halfInterval = upper === null ? null : upper - mean;
    return { model, task, name, entityType, mean, halfInterval };
  });
}
