import { isAnamnesisError } from '#core/base/error.ts';
import { importRules } from '#core/domain/import-report.ts';
import type { RemovedKind } from '#core/domain/removed-kind.ts';
import type { Contamination } from '#core/domain/contamination.ts';
import type { Run, RunProgress, RunState, Study } from '#core/domain/run.ts';
import { metricDescriptions, type TaskKind } from '#core/evaluation/metrics/metric-names.ts';
import { findOfRun } from '#core/library/model-of-run.ts';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import type { RunChoice } from '#core/storage/run-choices.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { countFolds, overlapOf } from '#core/study/plan/count-folds.ts';
import type { Plan } from '#core/study/plan/plan-schema.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { listOverallMetrics } from '#core/report/list-overall-metrics.ts';
import { leaveOutUntested } from '#core/report/leave-out-untested.ts';
import { readShownNames, showTitles } from '#core/report/show-titles.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { collectResults } from '#core/study/results/collect-results.ts';
import { durationOf } from '#core/storage/run-duration.ts';
import { findRunsOfPlan } from '#core/study/results/runs-of-plan.ts';
import type { ProgressView, RunView, ShownState } from '../contract/run.ts';
import type {
  ContaminationView,
  CorpusView,
  ModelView,
  StudySummary,
  StudyView,
  TaskView,
} from '../contract/study.ts';
import { listTitles, titlePlan, titleRun } from './title-plan.ts';
import { viewComparison } from './view-comparison.ts';
import { viewTransfer } from './view-transfer.ts';
import { viewMeans } from './view-means.ts';

/** What only a live trainer knows: estimates by run and for the study. */
export interface LiveEstimates {
  readonly studyTimeLeftMs: number | null;
  readonly runTimeLeftMs: ReadonlyMap<string, number | null>;
}

export const noEstimates: LiveEstimates = {
  studyTimeLeftMs: null,
  runTimeLeftMs: new Map(),
};

/** A study as one line of the list. */
export function summariseStudy(
  workspace: Workspace,
  study: Study,
  live: LiveEstimates,
): StudySummary {
  const plan = readShownPlan(study);
  const runs =
    plan === null
      ? workspace.runs.listByStudy(study.id)
      : findRunsOfPlan(workspace, study.id, plan);
  const name =
    plan?.title === undefined
      ? study.name
      : readShownNames(listTitles(plan), { isolate: true }).study;
  const { id, createdAtMs, startedAtMs, finishedAtMs } = study;
  const choices = workspace.runChoices.list(id);
  const asked = runs.filter(
    (run) => run.state === 'finished' || choices.get(run.key)?.isLeftOut !== true,
  );
  const state = showState(study.state, workspace.studies.isInterrupted(id));
  return {
    id,
    name,
    state,
    queuePosition: workspace.queue.list().indexOf(id) + 1 || null,
    createdAtMs,
    startedAtMs,
    finishedAtMs,
    tookMs: sumOfDurations(workspace, runs),
    runsFinished: runs.filter((run) => run.state === 'finished').length,
    runsTotal: asked.length,
    isPaused: workspace.runChoices.isPaused(id),
    estimatedTimeLeftMs: state === 'running' ? live.studyTimeLeftMs : null,
  };
}

function sumOfDurations(workspace: Workspace, runs: readonly Run[]): number | null {
  const durations = runs.flatMap((run) => durationOf(workspace, run) ?? []);
  return durations.length === 0 ? null : durations.reduce((sum, each) => sum + each, 0);
}

function showState(state: RunState, isInterrupted: boolean): ShownState {
  return isInterrupted && (state === 'running' || state === 'stopping') ? 'interrupted' : state;
}

/** Null for one of an earlier version, which this one refuses: it must not hide all other studies. */
function readShownPlan(study: Study): Plan | null {
  try {
    return readPlan(study.planJson, study.name);
  } catch (error) {
    if (isAnamnesisError(error)) return null;
    throw error;
  }
}

/** A study with all that the window shows of it. */
export function viewStudy(workspace: Workspace, study: Study, live: LiveEstimates): StudyView {
  const stored = readPlan(study.planJson, study.name);
  const names = readShownNames(listTitles(stored), { isolate: true });
  const plan = titlePlan(stored, names);
  const results = showTitles(collectResults(workspace, study.id), {
    isolate: true,
    // The window says it beside the name, in its language.
    frozen: (task) => task,
  });
  const runs = findRunsOfPlan(workspace, study.id, stored).map((run) => titleRun(run, names));
  const isInterrupted = workspace.studies.isInterrupted(study.id);
  const choices = workspace.runChoices.list(study.id);
  const metrics = leaveOutUntested(results.measurements).map(
    ({ runId, model, task, fold, metric }) => ({
      runId,
      model,
      task,
      fold,
      ...metric,
    }),
  );
  return {
    summary: summariseStudy(workspace, study, live),
    failure: study.failure,
    planText: study.planJson,
    runs: runs.map((run) => ({
      ...viewRun(workspace, run, live),
      ...viewChoice(showState(run.state, isInterrupted), choices.get(run.key)),
    })),
    models: results.models
      .filter(({ isBaseline }) => !isBaseline)
      .map((model) => viewModel(workspace, plan, { model, runs })),
    tasks: Object.keys(plan.tasks).map((name) => viewTask(plan, name, results)),
    metrics,
    means: viewMeans(metrics, (task) => overlapOf(plan.tasks[task])),
    comparisons: results.comparisons.map((comparison) =>
      viewComparison(comparison, countFolds(plan.tasks[comparison.task])),
    ),
    transfers: (results.transfers ?? []).map((transfer) => viewTransfer(results, transfer)),
    corpora: Object.keys(plan.corpora).map((name) => viewCorpus(plan, name, results)),
    perplexities: results.perplexities,
    vocabularies: results.vocabularies,
    importProblems: results.importProblems.map((problem) => ({
      ...problem,
      meaning: importRules[problem.rule],
    })),
    metricDescriptions: shownMetrics,
    warnings: results.warnings.map(({ kind, about, text }) => ({
      kind,
      subject: about,
      message: text,
    })),
  };
}

/** One that is left out while it is under way is so from its next attempt on. */
function viewChoice(
  state: ShownState,
  choice: RunChoice | undefined,
): Pick<RunView, 'state' | 'isForward'> {
  const isWaiting = !['running', 'stopping', 'finished'].includes(state);
  return {
    state: isWaiting && choice?.isLeftOut === true ? 'left-out' : state,
    isForward: (choice?.position ?? null) !== null,
  };
}

function viewRun(workspace: Workspace, run: Run, live: LiveEstimates): Omit<RunView, 'isForward'> {
  const { studyId: _study, configurationHash: _hash, ...shown } = run;
  const progress = workspace.runs.progressOf(run.id);
  return {
    ...shown,
    tookMs: durationOf(workspace, run),
    progress: progress === undefined ? null : viewProgress(progress, live),
  };
}

/**
 * Progress as the window shows it: with the time that the run will still take, where that is known.
 */
export function viewProgress(progress: RunProgress, live: LiveEstimates): ProgressView {
  return {
    ...progress,
    heldOut: progress.heldOut ?? null,
    estimatedTimeLeftMs: live.runTimeLeftMs.get(progress.runId) ?? null,
  };
}

function viewModel(
  workspace: Workspace,
  plan: Plan,
  { model, runs }: { model: StudyResults['models'][number]; runs: readonly Run[] },
): ModelView {
  const { start, pretraining } = plan.models[model.name];
  const run = runs.find((each) => each.kind === 'pretraining' && each.model === model.name);
  const stored = run === undefined ? undefined : findOfRun(workspace, run.id);
  const encoder = stored?.configuration as EncoderConfiguration | undefined;
  const origins = {
    scratch: 'from-scratch',
    checkpoint: 'checkpoint',
    library: 'checkpoint',
    model: 'further-pretraining',
  } as const;
  return {
    name: model.name,
    parent: start.kind === 'model' ? start.model : null,
    origin: origins[start.kind],
    corpora: pretraining?.corpora ?? [],
    layers: encoder?.layerCount ?? (start.kind === 'scratch' ? start.layers : null),
    hiddenSize: encoder?.hiddenSize ?? (start.kind === 'scratch' ? start.hiddenSize : null),
    parameterCount: model.parameterCount,
    vocabularySize: encoder?.vocabularySize ?? null,
  };
}

const kindNames = {
  classification: 'classification',
  'multi-label': 'multi-label',
  entities: 'entity-recognition',
} as const satisfies Record<TaskKind, TaskView['kind']>;

function viewTask(plan: Plan, name: string, results: StudyResults): TaskView {
  const { kind } = plan.tasks[name];
  const known = results.tasks.find((task) => task.name === name);
  const metrics = listOverallMetrics(kind);
  return {
    name,
    kind: kindNames[kind],
    examples: known?.itemCount ?? null,
    folds: countFolds(plan.tasks[name]),
    baselines: [...plan.tasks[name].baselines],
    grouped: (known?.groupedBy ?? null) !== null,
    labels: known?.labels.map(({ label }) => label) ?? [],
    primaryMetric: metrics[0],
    metrics,
    training: known?.training ?? [],
    contamination: known?.contamination ? viewContamination(known.contamination) : null,
  };
}

function viewContamination({ folds, pairCount }: Contamination): ContaminationView {
  return { folds, pairCount };
}

function viewCorpus(plan: Plan, name: string, results: StudyResults): CorpusView {
  const corpus = plan.corpora[name];
  const known = results.corpora.find((each) => each.corpus === name);
  const removed = (what: RemovedKind) =>
    known?.removed.find((each) => each.what === what)?.count ?? null;
  const empty = removed('empty lines');
  const duplicate = removed('duplicate lines');
  return {
    name,
    sources: 'files' in corpus ? corpus.files : [corpus.collection],
    documents: known?.documentCount ?? null,
    linesRead: known === undefined ? null : known.lineCount + (empty ?? 0) + (duplicate ?? 0),
    linesKept: known?.lineCount ?? null,
    emptyLines: empty,
    duplicateLines: duplicate,
    markupRemoved:
      known === undefined ? null : (removed('markup') ?? 0) + (removed('special characters') ?? 0),
    tokens: known === undefined || known.runId === null ? null : known.tokenCount,
  };
}

const shownMetrics = Object.fromEntries(
  Object.entries(metricDescriptions).map(([name, { displayName, meaning }]) => [
    name,
    { displayName, meaning },
  ]),
);
