import type { Advance } from '#core/base/advance.ts';
import { finishInTurns } from '#core/base/paced.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { ScreeningRule } from '#core/domain/screening-rule.ts';
import type { Run } from '#core/domain/run.ts';
import { judgeTask } from '#core/evaluation/judgement/judge-task.ts';
import type { WantedScreening } from '#core/evaluation/judgement/make-screening-rule.ts';
import type { TaskJudgement } from '#core/evaluation/judgement/task-judgement.ts';
import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import { adjustHolm } from '#core/evaluation/statistics/adjust-holm.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { positiveLabel } from '../data/positive-class.ts';
import { orderModels } from '../plan/check-references.ts';
import type { Plan, TaskPlan } from '../plan/plan-schema.ts';
import { readPlan } from '../plan/read-plan.ts';
import { defaultSensitivity } from '../plan/task-schema.ts';
import { findRunsOfPlan } from './runs-of-plan.ts';
import { isOfTask } from './is-of-task.ts';

/** Of how judgements are made: raised where the same scores give another one. */
const judgementVersion = 1;

/**
 * Judges each task of a study by the scores of its single examples, unless that was done: figures with
 * intervals over patients, pairs, calibration and thresholds. It takes from seconds to minutes. What
 * is done when a stop is asked for is kept. @throws record.missing, RunStopped
 */
export async function judgeTasks(
  workspace: Workspace,
  studyId: string,
  advance: Advance,
): Promise<void> {
  const { plan, runs } = openStudy(workspace, studyId);
  for (const task of Object.keys(plan.tasks)) {
    const hash = hashOf(plan, task, runs);
    if (hash === workspace.judgements.hashOf({ studyId, task })) continue;
    const what = `judging the scores of single examples of ${task}`;
    await advance(what, 0, 1);
    const work = judgeTask({
      task,
      models: gatherModels(workspace, plan, { task, runs }),
      pairs: plan.comparisons.map(({ model, against }) => ({ modelA: model, modelB: against })),
      wanted: wantedOf(plan.tasks[task]),
      random: new RandomStream(plan.seed, `judgement/${task}`),
    });
    const judged = await finishInTurns(work, (share) => advance(what, share, 1));
    const rules = judged.models.flatMap(({ model, rule }) =>
      rule === null ? [] : [{ model, rule }],
    ) satisfies { model: string; rule: ScreeningRule }[];
    workspace.judgements.put({ studyId, task, hash, content: judged, rules });
  }
}

/**
 * What is kept of the judgements of a study: those that are of its runs as they are now, with Holm’s p
 * over the comparisons that the plan has. @throws record.missing
 */
export function readJudgements(workspace: Workspace, studyId: string): TaskJudgement[] {
  const { plan, runs } = openStudy(workspace, studyId);
  const known = Object.keys(plan.tasks).flatMap((task) => {
    const found = workspace.judgements.find({ studyId, task });
    return found?.hash === hashOf(plan, task, runs) ? [found.content as TaskJudgement] : [];
  });
  const planned = Object.keys(plan.tasks).length * plan.comparisons.length;
  const ps = known.flatMap(({ pairs }) => pairs.flatMap(({ paired }) => paired?.exactP ?? []));
  const missing = new Array<number>(Math.max(0, planned - ps.length)).fill(1);
  const adjusted = adjustHolm([...ps, ...missing]);
  let next = 0;
  return known.map((judged) => ({
    ...judged,
    pairs: judged.pairs.map((pair) => ({
      ...pair,
      pairedPHolm: pair.paired === null ? null : adjusted[next++],
    })),
  }));
}

function openStudy(workspace: Workspace, studyId: string): { plan: Plan; runs: readonly Run[] } {
  const study = workspace.studies.get(studyId);
  const plan = readPlan(study.planJson, study.name);
  return { plan, runs: findRunsOfPlan(workspace, studyId, plan) };
}

function foldsOf(runs: readonly Run[], task: string): Run[] {
  return runs.filter(
    (run) =>
      isOfTask(run.kind) && run.task === task && run.fold !== null && run.state === 'finished',
  );
}

/** Of all that a judgement depends on. */
function hashOf(plan: Plan, task: string, runs: readonly Run[]): string {
  const of = plan.tasks[task];
  return hashJson({
    judgementVersion,
    seed: plan.seed,
    comparisons: plan.comparisons.map(({ model, against }) => ({ model, against })),
    looking:
      of.kind === 'classification'
        ? { positiveClass: of.positiveClass ?? null, screening: of.screening ?? null }
        : null,
    runs: foldsOf(runs, task).map(({ id, configurationHash, finishedAtMs }) => ({
      id,
      configurationHash,
      finishedAtMs,
    })),
  });
}

/**
 * Models and baselines in the order of tables, with what is kept of their folds: of the first division of
 * the data, in which each example is tested once.
 */
function gatherModels(
  workspace: Workspace,
  plan: Plan,
  { task, runs }: { readonly task: string; readonly runs: readonly Run[] },
) {
  const own = foldsOf(runs, task);
  return [...orderModels(plan), ...plan.tasks[task].baselines].flatMap((model) => {
    const folds = own
      .filter((run) => run.model === model && (run.fold ?? 0) < plan.tasks[task].folds)
      .flatMap(({ id, fold }) => {
        const predictions = workspace.runs.predictionsOf(id);
        return predictions === null || fold === null ? [] : [{ fold, predictions }];
      })
      .sort((a, b) => a.fold - b.fold);
    return folds.length === 0 ? [] : [{ model, folds }];
  });
}

/** The class to look for: the named one, or the rarer of two; of three and more none unless named. */
function wantedOf(task: TaskPlan): ((scores: OutOfFoldScores) => WantedScreening | null) | null {
  if (task.kind !== 'classification') return null;
  const { positiveClass, screening } = task;
  return (scores) => {
    const { labels } = scores;
    if (positiveClass === undefined && labels.length !== 2) return null;
    return {
      label: positiveLabel(scores, positiveClass),
      sensitivity: screening?.sensitivity ?? defaultSensitivity,
      prevalence: screening?.prevalence ?? null,
    };
  };
}
