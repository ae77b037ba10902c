import { readShownNames } from '#core/report/show-titles.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { listTitles } from './title-plan.ts';

/**
 * The names of a study: as its plan has them, as the window shows them, and which is meant by a shown
 * one; null for one that the study does not have. Models are also those that tasks are held against.
 * @throws record.missing
 */
export function namesOfStudy(workspace: Workspace, studyId: string) {
  const { planJson, name } = workspace.studies.get(studyId);
  const plan = readPlan(planJson, name);
  const show = readShownNames(listTitles(plan), { isolate: true });
  const baselines = Object.values(plan.tasks).flatMap((task) => [...task.baselines]);
  const find =
    (names: readonly string[], shown: (name: string) => string) =>
    (asked: string): string | null =>
      names.find((each) => shown(each) === asked) ?? names.find((each) => each === asked) ?? null;
  return {
    plan,
    show,
    taskCalled: find(Object.keys(plan.tasks), show.task),
    modelCalled: find([...Object.keys(plan.models), ...baselines], show.model),
  };
}
