import type { Run } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listRuns } from '../plan/list-runs.ts';
import type { Plan } from '../plan/plan-schema.ts';

/**
 * The runs of a study for which its plan asks. Those that only an earlier form of the plan asked
 * for, such as folds beyond the number it has now, stay in the workspace, where they are found
 * again if the plan is changed back; they are no results of the plan as it stands.
 */
export function findRunsOfPlan(workspace: Workspace, studyId: string, plan: Plan): Run[] {
  const keys = new Set(listRuns(plan).map(({ key }) => key));
  return workspace.runs.listByStudy(studyId).filter(({ key }) => keys.has(key));
}
