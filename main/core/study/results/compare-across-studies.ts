import { isAnamnesisError } from '#core/base/error.ts';
import type { Unlike } from '#core/domain/across-studies.ts';
import { isSameSet } from '#core/evaluation/metrics/label-set-scores.ts';
import { scoredLabels } from '#core/evaluation/predictions/label-set-scores.ts';
import { likeliestClass } from '#core/domain/class-probabilities.ts';
import { primaryMetric } from '#core/evaluation/metrics/metric-names.ts';
import { adjustComparisons } from '#core/evaluation/statistics/adjust-comparisons.ts';
import { compareModels } from '#core/evaluation/statistics/compare-models.ts';
import {
  comparePairedPredictions,
  type PairedPredictionComparison,
} from '#core/evaluation/statistics/compare-paired-predictions.ts';
import { requireRecord } from '#core/storage/refusals.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { countFolds } from '../plan/count-folds.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { readPlan } from '../plan/read-plan.ts';
import type {
  AcrossComparison,
  AcrossStudies,
  AlikeTask,
  ModelAcross,
  UnlikeTask,
} from './across-studies.ts';
import { whyUnpaired } from './match-folds.ts';
import { findTaskAtStudy, readModelsAcross, type TaskAtStudy } from './task-at-study.ts';

/**
 * A task of a study beside the same task of all other studies of the workspace: the same data by its
 * hash. Where the folds are the same too, models are compared fold by fold as inside a study
 * (`compareModels`), else note by note where that can be done (`comparePairedPredictions`). Holm's
 * correction is over all comparisons by fold that are shown together. `model` is the one that is compared; null for the first.
 * @throws record.missing
 */
export function compareAcrossStudies(
  workspace: Workspace,
  { studyId, task, model }: { studyId: string; task: string; model: string | null },
): AcrossStudies {
  const study = workspace.studies.get(studyId);
  const plan = readPlan(study.planJson, study.name);
  requireRecord(
    Object.entries(plan.tasks).find(([name]) => name === task),
    'task',
    task,
  );
  const own = findTaskAtStudy(workspace, { studyId, plan, task });
  const models = readModelsAcross(workspace, own);
  const compared = model === null ? models.at(0) : models.find((each) => each.model === model);
  if (model !== null) requireRecord(compared, 'model', model);
  const alike: AlikeTask[] = [];
  const unlike: UnlikeTask[] = [];
  for (const other of listOtherTasks(workspace, studyId)) {
    const reason = whyUnlike(own, other);
    if (reason === null) alike.push(compareWith(workspace, { own, compared, other }));
    else if (isLikelyMeant(own, other)) {
      unlike.push({ studyId: other.studyId, task: other.task, reason, set: other.set });
    }
  }
  return {
    kind: own.plan.kind,
    metric: primaryMetric[own.plan.kind],
    set: own.set,
    foldCount: countFolds(own.plan),
    models,
    compared: compared?.model ?? null,
    alike: adjust(alike),
    unlike,
  };
}

/** Null for one of an earlier version, which this one refuses. */
function readPlanOf(workspace: Workspace, studyId: string): Plan | null {
  const { planJson, name } = workspace.studies.get(studyId);
  try {
    return readPlan(planJson, name);
  } catch (error) {
    if (isAnamnesisError(error)) return null;
    throw error;
  }
}

function listOtherTasks(workspace: Workspace, studyId: string): TaskAtStudy[] {
  return workspace.studies.list().flatMap(({ id }) => {
    const plan = id === studyId ? null : readPlanOf(workspace, id);
    if (plan === null) return [];
    return Object.keys(plan.tasks).map((task) =>
      findTaskAtStudy(workspace, { studyId: id, plan, task }),
    );
  });
}

function whyUnlike(own: TaskAtStudy, other: TaskAtStudy): Unlike | null {
  if (own.plan.kind !== other.plan.kind) return 'other-kind';
  if (own.hash === undefined || other.hash === undefined) return 'not-read';
  if (own.hash === other.hash) return other.runs.length === 0 ? 'no-finished-fold' : null;
  if (own.set !== null && own.set.set === other.set?.set) {
    return own.set.setHash === other.set.setHash ? 'read-otherwise' : 'other-set-version';
  }
  return own.set === null && haveSameFiles(own, other) ? 'read-otherwise' : 'other-data';
}

/** Whether somebody may look for it here: by its name, its set or its files. */
function isLikelyMeant(own: TaskAtStudy, other: TaskAtStudy): boolean {
  const isSameSet = own.set !== null && own.set.set === other.set?.set;
  return (
    own.hash === other.hash || own.task === other.task || isSameSet || haveSameFiles(own, other)
  );
}

/** By their paths: their contents may have changed since. */
function haveSameFiles({ plan: one }: TaskAtStudy, { plan: other }: TaskAtStudy): boolean {
  if (one.data.format === 'set' || other.data.format === 'set') return false;
  return JSON.stringify(one.data.files) === JSON.stringify(other.data.files);
}

function compareWith(
  workspace: Workspace,
  {
    own,
    compared,
    other,
  }: {
    readonly own: TaskAtStudy;
    readonly compared: ModelAcross | undefined;
    readonly other: TaskAtStudy;
  },
): AlikeTask {
  const models = readModelsAcross(workspace, other);
  const unpairedBecause = whyUnpaired(workspace, own, other);
  const compare = (mine: ModelAcross, theirs: ModelAcross): AcrossComparison => ({
    against: theirs.model,
    byFold: unpairedBecause === null ? compareFolds(mine, theirs, own.plan) : null,
    byNote:
      unpairedBecause === null
        ? null
        : compareNotes(
            readAnswers(workspace, own, mine.model),
            readAnswers(workspace, other, theirs.model),
          ),
  });
  return {
    studyId: other.studyId,
    task: other.task,
    foldCount: countFolds(other.plan),
    models,
    unpairedBecause,
    comparisons: compared === undefined ? [] : models.map((theirs) => compare(compared, theirs)),
  };
}

/** Over the folds that both have finished; null where there is none. */
function compareFolds(mine: ModelAcross, theirs: ModelAcross, { folds }: TaskAtStudy['plan']) {
  const values = new Map(theirs.folds.map(({ fold, value }) => [fold, value]));
  const pairs = mine.folds.flatMap(({ fold, value }) => {
    const against = values.get(fold);
    return against === undefined ? [] : [{ fold, value, against }];
  });
  if (pairs.length === 0) return null;
  return compareModels({
    a: pairs.map(({ value }) => value),
    b: pairs.map(({ against }) => against),
    testFraction: 1 / folds,
    ofFirstDivision: pairs.filter(({ fold }) => fold < folds).length,
  });
}

/** Whether a model was right on each note of all folds, by the id of the note. */
interface Answers {
  readonly byId: ReadonlyMap<
    string,
    { readonly isRight: boolean; readonly groupId: string | null }
  >;
  readonly areDistinct: boolean;
}

/** Of the first division, in which each note is tested once. */
function readAnswers(workspace: Workspace, { plan, runs }: TaskAtStudy, model: string): Answers {
  const byId = new Map<string, { isRight: boolean; groupId: string | null }>();
  let count = 0;
  for (const run of runs) {
    const predictions =
      run.model === model && run.fold < plan.folds ? workspace.runs.predictionsOf(run.runId) : null;
    if (predictions?.kind === 'multi-label') {
      for (const { id, groupId, truth, given } of scoredLabels(predictions, run.fold)) {
        count++;
        byId.set(id, { groupId, isRight: isSameSet(truth, given) });
      }
    }
    if (predictions?.kind !== 'classification') continue;
    for (const { id, groupId, truth, logits } of predictions.notes) {
      count++;
      byId.set(id, { groupId, isRight: likeliestClass(logits) === truth });
    }
  }
  return { byId, areDistinct: count === byId.size };
}

/** Null unless both have tested the same notes, each once. */
function compareNotes(mine: Answers, theirs: Answers): PairedPredictionComparison | null {
  const areSame = mine.byId.size === theirs.byId.size && mine.areDistinct && theirs.areDistinct;
  if (!areSame || mine.byId.size === 0) return null;
  const pairs = [...mine.byId].flatMap(([id, { groupId, isRight }]) => {
    const other = theirs.byId.get(id);
    return other === undefined ? [] : [{ groupId, aIsRight: isRight, bIsRight: other.isRight }];
  });
  return pairs.length === mine.byId.size ? comparePairedPredictions(pairs) : null;
}

/** Over all comparisons by fold, of whichever study. */
function adjust(alike: readonly AlikeTask[]): AlikeTask[] {
  const all = alike.flatMap(({ comparisons }) => comparisons.flatMap(({ byFold }) => byFold ?? []));
  const adjusted = adjustComparisons(all);
  return alike.map((task) => ({
    ...task,
    comparisons: task.comparisons.map((comparison) => ({
      ...comparison,
      byFold: comparison.byFold && adjusted[all.indexOf(comparison.byFold)],
    })),
  }));
}
