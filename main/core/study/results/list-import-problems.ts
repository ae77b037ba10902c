import type { ImportProblem } from '#core/domain/import-report.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readPlan } from '../plan/read-plan.ts';
import { describeCorpora } from './describe-corpora.ts';
import { describeTasks } from './describe-tasks.ts';
import { findRunsOfPlan } from './runs-of-plan.ts';

/**
 * What was wrong in the files of a study, each with file and line: the first 500 of each corpus and
 * labelled set. The results say how many there were in all. @throws record.missing
 */
export function listImportProblems(workspace: Workspace, studyId: string): ImportProblem[] {
  const study = workspace.studies.get(studyId);
  const plan = readPlan(study.planJson, study.name);
  const runs = findRunsOfPlan(workspace, studyId, plan);
  const described = { id: studyId, plan, runs };
  const found = [
    ...describeCorpora(workspace, described).problems,
    ...describeTasks(workspace, described).problems,
  ];
  return found.flatMap(({ first }) => first);
}
