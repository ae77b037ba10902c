import { programVersion } from '#core/base/program-version.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { extensionKey } from '#core/domain/run-keys.ts';
import type { Run } from '#core/domain/run.ts';
import { primaryMetric } from '#core/evaluation/metrics/metric-names.ts';
import { adjustComparisons } from '#core/evaluation/statistics/adjust-comparisons.ts';
import { adjustHolm } from '#core/evaluation/statistics/adjust-holm.ts';
import { compareModels } from '#core/evaluation/statistics/compare-models.ts';
import {
  testEquivalence,
  type EquivalenceTest,
} from '#core/evaluation/statistics/test-equivalence.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { hashJson } from '#core/storage/hash-json.ts';
import type {
  Measurement,
  ModelSummary,
  StatedEquivalence,
  StudyResults,
  TaskComparison,
} from '#core/report/study-results.ts';
import { orderModels } from '../plan/check-references.ts';
import { lockedSetsOf } from '../plan/locked-sets.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { readPlan } from '../plan/read-plan.ts';
import { describeCorpora } from './describe-corpora.ts';
import { describeTasks } from './describe-tasks.ts';
import type { SeenData } from '#core/library/seen-data.ts';
import { findSeenData } from '../data/model-starts.ts';
import { readSetVersions } from '../data/readings.ts';
import { describeRecorded } from './describe-recorded.ts';
import { describePerplexities } from './describe-perplexities.ts';
import { describeTransfers } from './describe-transfers.ts';
import { isOfTask } from './is-of-task.ts';
import { describeVocabularies } from './describe-vocabularies.ts';
import { gatherImportProblems } from './gather-import-problems.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import { durationOf } from '#core/storage/run-duration.ts';
import { say } from '#core/wording/say.ts';
import { readJudgements } from './judge-tasks.ts';
import { listLastTests } from '../last-test/list-last-tests.ts';
import { rankModels } from './rank-models.ts';
import { findRunsOfPlan } from './runs-of-plan.ts';
import { describeBaselines } from './describe-baselines.ts';
import { warnOfBaselines } from './warn-of-baselines.ts';
import { warnOfOldResults } from './warn-of-old-results.ts';
import { warnOfTypes } from './warn-of-types.ts';

/** All that files of a study are written from, with what the scores of single examples say. @throws record.missing */
export function collectReport(workspace: Workspace, studyId: string): StudyResults {
  return {
    ...collectResults(workspace, studyId),
    judgements: readJudgements(workspace, studyId),
    recorded: describeRecorded(workspace, studyId),
  };
}

/**
 * Gathers all that is known so far of what the plan of a study asks for; also while it runs.
 * @throws record.missing
 */
export function collectResults(workspace: Workspace, studyId: string): StudyResults {
  const study = workspace.studies.get(studyId);
  const plan = readPlan(study.planJson, study.name);
  const runs = findRunsOfPlan(workspace, studyId, plan);
  const measurements = runs.flatMap((run) => measurementsOf(workspace, run));
  const corpora = describeCorpora(workspace, { id: studyId, plan, runs });
  const tasks = describeTasks(workspace, { id: studyId, plan, runs });
  const transfers = describeTransfers(workspace, { plan, runs }, measurements);
  const lastTests = listLastTests(workspace, studyId);
  const engines = new Set(runs.flatMap((run) => run.engine ?? []));
  return {
    formatVersion: 1,
    study: {
      id: study.id,
      name: study.name,
      title: plan.title ?? null,
      startedAtMs: study.startedAtMs ?? study.createdAtMs,
      finishedAtMs: study.state === 'finished' ? study.finishedAtMs : null,
      failure: study.failure,
      engine: [...engines].join(', '),
      planHash: hashJson(plan),
      description: plan.description ?? null,
      programVersion,
    },
    lockedSets: describeLockedSets(workspace, studyId, plan),
    ...(lastTests.length === 0 ? {} : { lastTests }),
    corpora: corpora.rows,
    vocabularies: describeVocabularies(workspace, plan, runs),
    perplexities: describePerplexities(workspace, runs),
    models: [
      ...orderModels(plan).map((name) =>
        describeModel(workspace, { id: studyId, plan, runs }, name),
      ),
      ...describeBaselines(plan),
    ],
    tasks: tasks.rows,
    runs: runs.map((each) => {
      const { errorCode, errorMessage, studyId: ofStudy, ...run } = each;
      return { ...run, tookMs: durationOf(workspace, each) };
    }),
    measurements,
    comparisons: compareOnTasks(plan, measurements),
    ranks: rankModels(plan, measurements),
    judgements: [],
    ...(transfers.transfers === undefined ? {} : { transfers: transfers.transfers }),
    warnings: [
      ...warnOfOldResults(workspace, study, runs),
      ...corpora.warnings,
      ...tasks.warnings,
      ...warnOfTypes(tasks.rows, measurements),
      ...warnOfBaselines(tasks.rows, orderModels(plan), measurements),
      ...transfers.warnings,
      ...failures(runs),
      ...leftOut(workspace, studyId, runs),
      ...mixedEngines(study.name, runs),
    ],
    importProblems: gatherImportProblems(
      [...corpora.problems, ...tasks.problems].flatMap(({ counts }) => counts),
    ),
  };
}

/** The versions that the plan locks, once the study has read them. */
function describeLockedSets(
  workspace: Workspace,
  studyId: string,
  plan: Plan,
): StudyResults['lockedSets'] {
  const read = readSetVersions(workspace, studyId, 'locked-set');
  return lockedSetsOf(plan).flatMap(({ set, version: named }) => {
    const last = read.findLast(
      (each) => each.set === set && (named === undefined || each.version === named),
    );
    if (last === undefined) return [];
    return [{ name: set, version: last.version, hash: last.setHash }];
  });
}

function measurementsOf(workspace: Workspace, run: Run): Measurement[] {
  const { id: runId, kind, model, task, fold, state } = run;
  if (!isOfTask(kind) || state !== 'finished' || model === null || task === null || fold === null)
    return [];
  return workspace.runs.metricsOf(runId).map((metric) => ({ model, task, fold, runId, metric }));
}

function describeModel(
  workspace: Workspace,
  study: { readonly id: string; readonly plan: Plan; readonly runs: readonly Run[] },
  name: string,
): ModelSummary {
  const { id: studyId, plan, runs } = study;
  const { start, pretraining, extendVocabulary, title } = plan.models[name];
  const ancestors = start.kind === 'model' ? describeModel(workspace, study, start.model) : null;
  const origin = {
    scratch: say('lineage', 'randomWeights'),
    checkpoint: say('lineage', 'checkpointFolder'),
    library: say('lineage', 'libraryModel', start.kind === 'library' ? start.model : ''),
    model: say('lineage', 'theModel', start.kind === 'model' ? start.model : ''),
  }[start.kind];
  const run = runs.find((each) => each.kind === 'pretraining' && each.model === name);
  const summary = run === undefined ? null : readSummary(workspace, run, 'pretraining');
  // A larger vocabulary has more parameters; they are counted by the training that follows.
  const inherited = extendVocabulary === undefined ? (ancestors?.parameterCount ?? null) : null;
  const steps = ancestors?.lineage ?? [
    { step: origin, runId: null },
    ...describeSeenSteps(findSeenData(workspace, { studyId, plan, name })),
  ];
  const extension =
    extendVocabulary === undefined
      ? []
      : [
          {
            step: say('lineage', 'extended', extendVocabulary.corpora),
            runId: runs.find(({ key }) => key === extensionKey(name))?.id ?? null,
          },
        ];
  const stage =
    pretraining === undefined
      ? []
      : [
          {
            step: describeTraining(pretraining, summary?.seenOfCorpus ?? null),
            runId: run?.id ?? null,
          },
        ];
  return {
    name,
    isBaseline: false,
    title: title ?? null,
    lineage: [...steps, ...extension, ...stage],
    parameterCount: summary?.parameterCount ?? inherited,
  };
}

/** What it has read, once that is known; before and of the first versions, what the plan says. */
function describeTraining(
  { corpora, epochs }: { readonly corpora: readonly string[]; readonly epochs: number },
  seen: Readonly<Record<string, number>> | null,
): Phrase {
  if (seen === null) return say('lineage', 'pretrained', corpora, epochs);
  const tokens = corpora.map((corpus) => seen[corpus] ?? 0);
  return say('lineage', 'pretrainedSeen', corpora, tokens);
}

/** What a model has seen before the study, one step each. */
function describeSeenSteps(seen: readonly SeenData[]): ModelSummary['lineage'] {
  return seen
    .filter(({ hash }) => hash !== null)
    .map(({ kind, name, model }) => ({
      step:
        kind === 'corpus'
          ? say('lineage', 'hasRead', name, model)
          : say('lineage', 'fineTunedOn', name, model),
      runId: null,
    }));
}

/** Every planned pair on every task, over the folds that both have finished. */
function compareOnTasks(plan: Plan, measurements: readonly Measurement[]): TaskComparison[] {
  const comparisons = Object.entries(plan.tasks).flatMap(([task, { kind, folds }]) => {
    const metric = primaryMetric[kind];
    const ofTask = measurements.filter(
      (each) =>
        each.task === task && each.metric.name === metric && each.metric.entityType === null,
    );
    const byModel = Map.groupBy(ofTask, ({ model }) => model);
    const values = (model: string) =>
      new Map((byModel.get(model) ?? []).map((each) => [each.fold, each.metric.value]));
    return plan.comparisons.flatMap(({ model, against, margin }) => {
      const valuesA = values(model);
      const valuesB = values(against);
      const shared = [...valuesA.keys()].filter((fold) => valuesB.has(fold)).sort((a, b) => a - b);
      if (shared.length === 0) return [];
      const pick = (all: ReadonlyMap<number, number>) =>
        shared.map((fold) => all.get(fold) ?? Number.NaN);
      const testFraction = 1 / folds;
      const [a, b] = [pick(valuesA), pick(valuesB)];
      const ofFirstDivision = shared.filter((fold) => fold < folds).length;
      const result = compareModels({ a, b, testFraction, ofFirstDivision });
      const differences = a.map((value, index) => value - b[index]);
      const equivalence =
        margin === undefined ? null : testEquivalence(differences, { margin, testFraction });
      return [{ task, metric, modelA: model, modelB: against, result, equivalence }];
    });
  });
  const plannedCount = Object.keys(plan.tasks).length * plan.comparisons.length;
  const adjusted = adjustComparisons(
    comparisons.map((comparison) => comparison.result),
    plannedCount,
  );
  const withMargin = plan.comparisons.filter(({ margin }) => margin !== undefined).length;
  const stated = stateEquivalences(
    comparisons.map(({ equivalence }) => equivalence),
    Object.keys(plan.tasks).length * withMargin,
  );
  return comparisons.map((comparison, index) => ({
    ...comparison,
    result: adjusted[index],
    equivalence: stated[index],
  }));
}

/** With Holm’s p over all that are planned; those without a result yet count as p = 1. */
function stateEquivalences(
  tests: readonly (EquivalenceTest | null)[],
  plannedCount: number,
): (StatedEquivalence | null)[] {
  const made = tests.filter((test) => test !== null);
  const missing = new Array<number>(Math.max(0, plannedCount - made.length)).fill(1);
  const noWorse = adjustHolm([...made.map(({ lowerP }) => lowerP), ...missing]);
  const equivalent = adjustHolm([...made.map(({ p }) => p), ...missing]);
  let next = 0;
  return tests.map((test) => {
    if (test === null) return null;
    const place = next++;
    return { ...test, noWorsePHolm: noWorse[place], equivalentPHolm: equivalent[place] };
  });
}

function failures(runs: readonly Run[]): StudyResults['warnings'] {
  return runs
    .filter((run) => run.state === 'failed')
    .map((run) => ({
      kind: 'failed-step',
      about: run.key,
      text: say('warnings', 'runFailed', run.errorCode ?? say('warnings', 'anError')),
    }));
}

/** A comparison that needs one of these stays without a verdict: nobody chooses the folds that count. */
function leftOut(
  workspace: Workspace,
  studyId: string,
  runs: readonly Run[],
): StudyResults['warnings'] {
  const choices = workspace.runChoices.list(studyId);
  return runs
    .filter(({ key, state }) => state !== 'finished' && choices.get(key)?.isLeftOut === true)
    .map(({ key }) => ({
      kind: 'step-left-out',
      about: key,
      text: say('warnings', 'runLeftOut'),
    }));
}

/** Engines round differently: a part of a difference between folds may come from that. */
function mixedEngines(name: string, runs: readonly Run[]): StudyResults['warnings'] {
  const finished = runs.filter((run) => run.state === 'finished');
  const engines = [...new Set(finished.flatMap((run) => run.engine ?? []))];
  if (engines.length < 2) return [];
  const text = say('warnings', 'mixedEngines', engines);
  return [{ kind: 'mixed-engines', about: name, text }];
}
