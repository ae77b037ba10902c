import { readShownNames } from '#core/report/show-titles.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { findRunsOfPlan } from '#core/study/results/runs-of-plan.ts';
import type { LearningView } from '../contract/learning.ts';
import { listTitles } from './title-plan.ts';

/** At most so many points of the curve of a fold: some hundred curves travel at once. */
const maxPoints = 60;

interface Point {
  readonly step: number;
  readonly loss: number;
}

/**
 * The losses of all folds of a task, by model as the window shows it. A task that is not known has
 * none. @throws record.missing
 */
export function viewLearning(
  workspace: Workspace,
  { studyId, task }: { readonly studyId: string; readonly task: string },
): LearningView {
  const study = workspace.studies.get(studyId);
  const plan = readPlan(study.planJson, study.name);
  const names = readShownNames(listTitles(plan), { isolate: true });
  const runs = findRunsOfPlan(workspace, studyId, plan).flatMap(
    ({ id: runId, kind, model, fold, task: ofTask }) => {
      const isMeant = kind === 'fine-tuning' && ofTask !== null && names.task(ofTask) === task;
      if (!isMeant || model === null || fold === null) return [];
      const losses = averageStretches(workspace.runs.curveOf(runId), maxPoints);
      return losses.length === 0 ? [] : [{ model, curve: { fold, runId, losses } }];
    },
  );
  const groups = Map.groupBy(runs, ({ model }) => model);
  return {
    models: [...groups].map(([model, ofModel]) => ({
      model: names.model(model),
      folds: ofModel.map(({ curve }) => curve),
    })),
  };
}

/**
 * At most `limit` points, each the mean of a stretch of about as many: single batches are noise, and
 * leaving points out would keep it.
 */
export function averageStretches(points: readonly Point[], limit: number): Point[] {
  const stretches = Math.min(limit, points.length);
  return Array.from({ length: stretches }, (_, index) => {
    const stretch = points.slice(
      Math.floor((index * points.length) / stretches),
      Math.floor(((index + 1) * points.length) / stretches),
    );
    const loss = stretch.reduce((sum, point) => sum + point.loss, 0) / stretch.length;
    return { step: stretch[stretch.length - 1].step, loss };
  });
}
