import type { FoldPredictions } from '#core/domain/predictions.ts';
import type { Run } from '#core/domain/run.ts';
import { primaryMetric } from '#core/evaluation/metrics/metric-names.ts';
import { meanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findReading, findSetVersion, type SetVersion } from '../data/readings.ts';
import { overlapOf } from '../plan/count-folds.ts';
import { orderModels } from '../plan/check-references.ts';
import type { Plan, TaskPlan } from '../plan/plan-schema.ts';
import type { ModelAcross } from './across-studies.ts';
import { findRunsOfPlan } from './runs-of-plan.ts';

/** One task of a study: what it was read from, and its folds that have finished. */
export interface TaskAtStudy {
  readonly studyId: string;
  readonly task: string;
  readonly plan: TaskPlan;
  /** Of the data and of how it is read; undefined before it was. */
  readonly hash: string | undefined;
  readonly set: SetVersion | null;
  /** Finished runs, each of one fold of one model, models in the order of the plan. */
  readonly runs: readonly FoldRun[];
}

export interface FoldRun {
  readonly runId: string;
  readonly model: string;
  readonly isBaseline: boolean;
  readonly fold: number;
}

/** Reads nothing of the results yet. */
export function findTaskAtStudy(
  workspace: Workspace,
  { studyId, plan, task }: { readonly studyId: string; readonly plan: Plan; readonly task: string },
): TaskAtStudy {
  const of = { studyId, of: 'task', name: task } as const;
  const hash = findReading(workspace, of);
  const models = [...orderModels(plan), ...plan.tasks[task].baselines];
  const runs = findRunsOfPlan(workspace, studyId, plan)
    .filter((run) => run.task === task && run.state === 'finished')
    .flatMap(toFoldRun)
    .toSorted((a, b) => models.indexOf(a.model) - models.indexOf(b.model) || a.fold - b.fold);
  return {
    studyId,
    task,
    plan: plan.tasks[task],
    hash,
    set: hash === undefined ? null : findSetVersion(workspace, { ...of, hash }),
    runs,
  };
}

function toFoldRun({ id: runId, kind, model, fold }: Run): FoldRun[] {
  if (model === null || fold === null) return [];
  return [{ runId, model, isBaseline: kind === 'baseline', fold }];
}

/** The primary metric of each model, in the order of the plan. */
export function readModelsAcross(workspace: Workspace, task: TaskAtStudy): ModelAcross[] {
  const metric = primaryMetric[task.plan.kind];
  const groups = Map.groupBy(task.runs, ({ model }) => model);
  return [...groups].flatMap(([model, runs]) => {
    const folds = runs.flatMap(({ runId, fold }) => {
      const found = workspace.runs
        .metricsOf(runId)
        .find(({ name, entityType }) => name === metric && entityType === null);
      return found === undefined ? [] : [{ fold, value: found.value }];
    });
    if (folds.length === 0) return [];
    const mean = meanInterval(
      folds.map(({ value }) => value),
      { testFraction: overlapOf(task.plan) },
    );
    return [{ model, isBaseline: runs[0].isBaseline, folds, mean }];
  });
}

/**
 * What one of the models said of a fold: all of a study are tested on the same examples. Null where it
 * was not kept.
 */
export function readAnyOfFold(
  workspace: Workspace,
  { runs }: TaskAtStudy,
  fold: number,
): FoldPredictions | null {
  for (const run of runs) {
    const predictions = run.fold === fold ? workspace.runs.predictionsOf(run.runId) : null;
    if (predictions !== null) return predictions;
  }
  return null;
}
