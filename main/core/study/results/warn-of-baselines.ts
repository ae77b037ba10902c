import { compareModels } from '#core/evaluation/statistics/compare-models.ts';
import type { Measurement, StudyResults, TaskSummary } from '#core/report/study-results.ts';
import { say } from '#core/wording/say.ts';
import { isBaseline } from '../plan/baselines.ts';

/**
 * Which models do no better than the best baseline of a task, by its primary metric over all folds,
 * and which are better without it being shown. A baseline is no planned comparison: it counts in no
 * correction, and the test stands alone.
 */
export function warnOfBaselines(
  tasks: readonly TaskSummary[],
  models: readonly string[],
  measurements: readonly Measurement[],
): StudyResults['warnings'][number][] {
  return tasks.flatMap((task) => {
    const valuesOf = readFolds(task, measurements);
    const [best] = [...valuesOf]
      .filter(([name]) => isBaseline(name) && !models.includes(name))
      .sort(([, a], [, b]) => mean(b) - mean(a));
    if (best === undefined) return [];
    const [baseline, baselineValues] = best;
    return models.flatMap((model) => {
      const values = valuesOf.get(model);
      if (values === undefined) return [];
      const { meanDifference, verdict } = compareModels({
        a: values,
        b: baselineValues,
        testFraction: task.repeats / task.foldCount,
        ofFirstDivision: task.foldCount / task.repeats,
      });
      if (verdict === 'a-better') return [];
      const key = meanDifference > 0 ? 'baselineUnshown' : 'baselineUnbeaten';
      const metric = say('metricNames', task.primaryMetric);
      const text = say(
        'warnings',
        key,
        model,
        baseline,
        metric,
        mean(values),
        mean(baselineValues),
      );
      return [{ kind: 'not-above-baseline' as const, about: task.name, text }];
    });
  });
}

/** The primary metric by model, of those that have finished all folds, in their order. */
function readFolds(
  { name, foldCount, primaryMetric }: TaskSummary,
  measurements: readonly Measurement[],
): Map<string, number[]> {
  const ofMetric = measurements.filter(
    ({ task, metric }) =>
      task === name && metric.name === primaryMetric && metric.entityType === null,
  );
  const found = new Map<string, number[]>();
  for (const [model, each] of Map.groupBy(ofMetric, (one) => one.model)) {
    const sorted = each.toSorted((a, b) => a.fold - b.fold).map(({ metric }) => metric.value);
    if (sorted.length === foldCount) found.set(model, sorted);
  }
  return found;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
