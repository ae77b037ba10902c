import type { Workspace } from '#core/storage/workspace.ts';
import { hashJson } from '#core/study/data/source-files.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { resolvePaths } from '#core/study/plan/resolve-paths.ts';
import type { PlanSource } from '#core/study/register-study.ts';
import type { PlanCheck } from '../contract/plan.ts';

/**
 * Reads a plan as if it were started, and changes nothing. Its files are not read.
 * @throws plan.*
 */
export function checkPlan(workspace: Workspace, source: PlanSource): PlanCheck {
  const plan = resolvePaths(readPlan(source.text, source.fileName), source.folder);
  const { vocabulary, pretraining, ...others } = Object.groupBy(listRuns(plan), ({ kind }) => kind);
  const existing = workspace.studies.findByName(plan.name);
  const isSame =
    existing === undefined || hashJson(JSON.parse(existing.planJson)) === hashJson(plan);
  return {
    name: plan.name,
    steps: {
      vocabulary: vocabulary?.length ?? 0,
      pretraining: pretraining?.length ?? 0,
      'fine-tuning': others['fine-tuning']?.length ?? 0,
    },
    replaces: isSame ? null : { runsFinished: countFinished(workspace, existing.id) },
  };
}

function countFinished(workspace: Workspace, studyId: string): number {
  return workspace.runs.listByStudy(studyId).filter(({ state }) => state === 'finished').length;
}
