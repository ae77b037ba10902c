import { isAnamnesisError } from '#core/base/error.ts';
import type { RunState } from '#core/domain/run.ts';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import type { LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findVersion } from '../data/open-set.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import { isOfTask } from './is-of-task.ts';
import { findRunsOfPlan } from './runs-of-plan.ts';

/** What a model of a study has said of the labels of a frozen set. */
export interface LabelCheckRun {
  readonly studyId: string;
  /** Its name. */
  readonly study: string;
  readonly state: RunState;
  readonly task: string;
  readonly model: string;
  readonly labels: 'classes' | 'spans';
  readonly version: LabelledSetVersion;
  readonly folds: number;
  /** Of the finished ones. */
  readonly runIds: readonly string[];
}

/**
 * Which models of a study can be held against labels: those that are tested on all of a set, as it
 * was frozen, with a probability for each class or word.
 * @throws record.missing
 */
export function listLabelChecks(workspace: Workspace, studyId: string): LabelCheckRun[] {
  const { name, state, planJson } = workspace.studies.get(studyId);
  const plan = readPlan(planJson, name);
  const runs = findRunsOfPlan(workspace, studyId, plan).filter(
    ({ kind, fold }) => isOfTask(kind) && fold !== null,
  );
  return Object.entries(plan.tasks).flatMap(([task, taskPlan]) => {
    const version = findWholeSet(workspace, studyId, taskPlan);
    // Labels of which a note has several are not ranked.
    if (version === null || taskPlan.kind === 'multi-label') return [];
    const labels = taskPlan.kind === 'classification' ? 'classes' : 'spans';
    const ofTask = runs.filter((run) => run.task === task);
    const models = [...new Set(ofTask.map(({ model }) => model))].filter(
      (model) => model !== null && !saysNoProbability.has(model),
    ) as string[];
    return models.map((model) => {
      const finished = ofTask.filter((run) => run.model === model && run.state === 'finished');
      const runIds = finished.map(({ id }) => id);
      const of = { studyId, study: name, state, task, model, labels, version } as const;
      return { ...of, folds: taskPlan.folds, runIds };
    });
  });
}

/** What the folds of a check have said. */
export function readCheck(
  { runs }: Pick<Workspace, 'runs'>,
  { runIds }: LabelCheckRun,
): FoldPredictions[] {
  return runIds.flatMap((id) => runs.predictionsOf(id) ?? []);
}

/** Baselines that look words up, or say the same of all. */
const saysNoProbability: ReadonlySet<string> = new Set(['majority', 'keywords', 'dictionary']);

/** Null for files, and where the plan gives labels other names or leaves some out. */
function findWholeSet(
  workspace: Workspace,
  studyId: string,
  task: TaskPlan,
): LabelledSetVersion | null {
  const { data, labels, minimumCount } = task;
  const isChosen = task.kind === 'entities' && task.types !== undefined;
  if (data.format !== 'set' || labels !== undefined || minimumCount !== undefined || isChosen) {
    return null;
  }
  try {
    return findVersion(workspace, data, studyId);
  } catch (error) {
    // The set was removed meanwhile: there is nothing to be checked any more.
    if (isAnamnesisError(error, 'record.missing')) return null;
    throw error;
  }
}
