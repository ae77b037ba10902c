import { isAnamnesisError } from '#core/base/error.ts';
import type { ModelSummary } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { readPlan } from '../plan/read-plan.ts';

type Named = Pick<ModelSummary, 'name' | 'studyId' | 'runId'>;

/**
 * How people read the names of models, the same wherever they are shown: the title that a plan
 * gives, and of a model that was fine-tuned also the task and the fold, without which all folds of
 * a model would be called alike.
 */
export function nameForPeople(workspace: Workspace): (model: Named) => string {
  const plans = new Map<string, Plan | null>();
  const planOf = (studyId: string): Plan | null => {
    const known = plans.get(studyId);
    if (known !== undefined) return known;
    const plan = readPlanOf(workspace, studyId);
    plans.set(studyId, plan);
    return plan;
  };
  return ({ name, studyId, runId }) => {
    const run = runId === null ? null : workspace.runs.get(runId);
    const study = studyId ?? run?.studyId ?? null;
    const plan = study === null ? null : planOf(study);
    const shown = titleIn(plan?.models, name);
    if (run === null || run.task === null || run.fold === null) return shown;
    return `${shown} · ${titleIn(plan?.tasks, run.task)} · fold ${run.fold + 1}`;
  };
}

/** Null for a plan of an earlier version, which this one refuses. */
function readPlanOf(workspace: Workspace, studyId: string): Plan | null {
  const { planJson, name } = workspace.studies.get(studyId);
  try {
    return readPlan(planJson, name);
  } catch (error) {
    if (isAnamnesisError(error)) return null;
    throw error;
  }
}

function titleIn(
  named: Readonly<Record<string, { readonly title?: string | undefined }>> | undefined,
  name: string,
): string {
  return named !== undefined && Object.hasOwn(named, name) ? (named[name].title ?? name) : name;
}
