import type { MeanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import type { readShownNames } from '#core/report/show-titles.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { AlikeTask, ModelAcross } from '#core/study/results/across-studies.ts';
import { compareAcrossStudies } from '#core/study/results/compare-across-studies.ts';
import type { SetVersion } from '#core/study/data/readings.ts';
import type {
  AcrossQuestion,
  AcrossView,
  AlikeTaskView,
  ModelAcrossView,
} from '../contract/across.ts';
import { namesOfStudy } from './names-of-study.ts';
import { viewComparison } from './view-comparison.ts';

/**
 * A task beside the same task of other studies, by the names that the window shows.
 * @throws record.missing
 */
export function viewAcross(
  workspace: Workspace,
  { studyId, task, model }: AcrossQuestion,
): AcrossView {
  const { show: own, taskCalled, modelCalled } = namesOfStudy(workspace, studyId);
  const across = compareAcrossStudies(workspace, {
    studyId,
    task: taskCalled(task) ?? task,
    model: model === null ? null : (modelCalled(model) ?? model),
  });
  return {
    metric: across.metric,
    set: across.set && viewSet(across.set),
    folds: across.foldCount,
    models: across.models.map((each) => viewModel(each, own)),
    compared: across.compared === null ? null : own.model(across.compared),
    alike: across.alike.map((each) =>
      viewAlike(each, {
        own,
        other: namesOfStudy(workspace, each.studyId).show,
        task,
        metric: across.metric,
        compared: across.compared,
      }),
    ),
    unlike: across.unlike.map(({ studyId: id, task: name, reason, set }) => {
      const other = namesOfStudy(workspace, id).show;
      return {
        studyId: id,
        study: other.study,
        task: other.task(name),
        reason,
        set: set && viewSet(set),
      };
    }),
  };
}

type Names = ReturnType<typeof readShownNames>;

function viewSet({ set, version }: SetVersion): { name: string; version: number } {
  return { name: set, version };
}

function viewModel({ model, isBaseline, folds, mean }: ModelAcross, names: Names): ModelAcrossView {
  return {
    model: names.model(model),
    isBaseline,
    folds,
    mean: mean.mean,
    halfInterval: halfOf(mean),
  };
}

function halfOf({ mean, upper }: MeanInterval): number | null {
  return upper === null ? null : upper - mean;
}

function viewAlike(
  { studyId, task: name, foldCount, models, unpairedBecause, comparisons }: AlikeTask,
  {
    own,
    other,
    task,
    metric,
    compared,
  }: {
    readonly own: Names;
    readonly other: Names;
    readonly task: string;
    readonly metric: Parameters<typeof viewComparison>[0]['metric'];
    readonly compared: string | null;
  },
): AlikeTaskView {
  return {
    studyId,
    study: other.study,
    task: other.task(name),
    folds: foldCount,
    models: models.map((each) => viewModel(each, other)),
    unpairedBecause,
    comparisons: comparisons.map(({ against, byFold, byNote }) => ({
      against: other.model(against),
      byFold:
        byFold &&
        viewComparison(
          {
            task,
            metric,
            modelA: compared === null ? '' : own.model(compared),
            // Both studies may call a model alike.
            modelB: `${other.model(against)} (${other.study})`,
            result: byFold,
            equivalence: null,
          },
          foldCount,
        ),
      byNote: byNote && {
        notes: byNote.noteCount,
        groups: byNote.groupCount,
        onlyThis: byNote.onlyARight,
        onlyOther: byNote.onlyBRight,
        difference: byNote.difference,
        interval: byNote.interval && {
          lower: byNote.interval.lower,
          upper: byNote.interval.upper,
        },
        p: byNote.exactP,
      },
    })),
  };
}
