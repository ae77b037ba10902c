import type { Metric } from '#core/domain/run.ts';
import { meanInterval, type MeanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import type { Measurement, StudyResults, TaskSummary } from './study-results.ts';

/** One metric of one model on one task over its folds. */
export interface ModelScores {
  readonly model: string;
  /** Sorted by fold; folds that have not finished are missing. */
  readonly folds: readonly FoldScore[];
  /** Null where no fold has finished. */
  readonly summary: MeanInterval | null;
}

export interface FoldScore {
  readonly fold: number;
  readonly value: number;
  readonly runId: string;
}

/** The scores of every model on a task by one metric, in the order of the models. */
export function summariseTask(
  results: StudyResults,
  task: TaskSummary,
  metric: Pick<Metric, 'name' | 'entityType'>,
): ModelScores[] {
  const ofMetric = results.measurements.filter(
    (each) =>
      each.task === task.name &&
      each.metric.name === metric.name &&
      each.metric.entityType === metric.entityType,
  );
  return results.models
    .map(({ name }) => summariseModel(name, ofMetric))
    .filter(({ model }) => ofTask(results, task).some((each) => each.model === model));
}

/** The classes or types that any measurement of a task is about, sorted. */
export function listMeasuredTypes(results: StudyResults, task: TaskSummary): string[] {
  const types = ofTask(results, task).flatMap(({ metric }) => metric.entityType ?? []);
  return [...new Set(types)].sort();
}

function summariseModel(model: string, measurements: readonly Measurement[]): ModelScores {
  const folds = measurements
    .filter((each) => each.model === model)
    .map(({ fold, runId, metric }) => ({ fold, runId, value: metric.value }))
    .sort((a, b) => a.fold - b.fold);
  return {
    model,
    folds,
    summary: folds.length === 0 ? null : meanInterval(folds.map(({ value }) => value)),
  };
}

function ofTask({ measurements }: StudyResults, task: TaskSummary): Measurement[] {
  return measurements.filter((each) => each.task === task.name);
}
