import type { Workspace } from '#core/storage/workspace.ts';
import type { FoldScores } from '#core/report/fold-scores.ts';
import { readPlan } from '../plan/read-plan.ts';
import { isOfTask } from './is-of-task.ts';
import { findRunsOfPlan } from './runs-of-plan.ts';

/**
 * What models said of the test examples of each finished fold, in the order of the plan; of one task
 * or model where it is named. Folds that an earlier version of the program computed have no scores;
 * those of transfers are not among them. @throws record.missing
 */
export function listFoldScores(
  workspace: Workspace,
  studyId: string,
  wanted: { readonly task?: string; readonly model?: string } = {},
): FoldScores[] {
  const study = workspace.studies.get(studyId);
  const plan = readPlan(study.planJson, study.name);
  return findRunsOfPlan(workspace, studyId, plan).flatMap(
    ({ id: runId, kind, task, model, fold }) => {
      if (!isOfTask(kind) || task === null || model === null || fold === null) return [];
      if (task !== (wanted.task ?? task) || model !== (wanted.model ?? model)) return [];
      const predictions = workspace.runs.predictionsOf(runId);
      return predictions === null ? [] : [{ task, model, fold, runId, predictions }];
    },
  );
}
