import type { Metric } from '#core/domain/run.ts';
import { meanInterval, type MeanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import { leaveOutUntested } from './leave-out-untested.ts';
import type { Measurement, StudyResults, TaskSummary } from './study-results.ts';

/** One metric of one model on one task over its folds. */
export interface ModelScores {
  readonly model: string;
  /**
   * Sorted by fold; those that have not finished are missing, and of the metric of a class or type
   * those in which it does not occur.
   */
  readonly folds: readonly FoldScore[];
  /** Null where no fold has finished. */
  readonly summary: MeanInterval | null;
}

export interface FoldScore {
  readonly fold: number;
  readonly value: number;
  readonly runId: string;
}

/**
 * The scores of every model on a task by one metric, in the order of the models; of the metric of a
 * class or type over the folds in which it occurs, the same for every model.
 */
export function summariseTask(
  results: StudyResults,
  task: TaskSummary,
  metric: Pick<Metric, 'name' | 'entityType'>,
): ModelScores[] {
  const measured = results.measurements.filter((each) => each.task === task.name);
  const measuredModels = new Set(measured.map(({ model }) => model));
  const ofType = measured.filter((each) => each.metric.entityType === metric.entityType);
  const ofMetric = leaveOutUntested(ofType).filter((each) => each.metric.name === metric.name);
  return results.models
    .filter(({ name }) => measuredModels.has(name))
    .map(({ name }) => summariseModel(name, ofMetric, overlapOf(task)));
}

/** The classes or types that any measurement of a task is about, sorted. */
export function listMeasuredTypes(results: StudyResults, task: TaskSummary): string[] {
  const types = results.measurements.flatMap((each) =>
    each.task === task.name ? (each.metric.entityType ?? []) : [],
  );
  return [...new Set(types)].sort();
}

/** Of means over folds: corrected where the data was divided repeatedly. */
function overlapOf({ foldCount, repeats }: TaskSummary): number {
  return repeats > 1 ? repeats / foldCount : 0;
}

function summariseModel(
  model: string,
  measurements: readonly Measurement[],
  testFraction: number,
): ModelScores {
  const folds = measurements
    .filter((each) => each.model === model)
    .map(({ fold, runId, metric }) => ({ fold, runId, value: metric.value }))
    .sort((a, b) => a.fold - b.fold);
  return {
    model,
    folds,
    summary:
      folds.length === 0
        ? null
        : meanInterval(
            folds.map(({ value }) => value),
            { testFraction },
          ),
  };
}
