import { largestOf } from '#core/base/extremes.ts';
import type { RunSummaries } from '#core/domain/run-summaries.ts';
import type { Run } from '#core/domain/run.ts';
import { primaryMetric } from '#core/evaluation/metrics/metric-names.ts';
import type { Dataset } from '#core/storage/datasets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { lossesOf, type ProblemSummary } from '#core/collection/import-summary.ts';
import { listLabelLosses } from '#core/collection/losses.ts';
import { describeDataset } from '../data/describe-dataset.ts';
import { describeSeenData } from '../data/describe-seen-data.ts';
import type { DatasetRecord } from '../data/dataset-record.ts';
import { describeOverlap, findOverlap } from '../data/overlaps.ts';
import { describeMet } from '../data/describe-met.ts';
import { describeOpened } from '../data/open-set.ts';
import { findReading, findSetVersion } from '../data/readings.ts';
import { countFolds } from '../plan/count-folds.ts';
import type { Plan, TaskPlan } from '../plan/plan-schema.ts';
import type { Phrase, Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { StudyResults, TaskSummary } from '#core/report/study-results.ts';
import type { WarningKind } from '#core/report/warning-kinds.ts';
import { describeTraining } from './describe-training.ts';
import { readSummary } from '#core/storage/run-summaries.ts';

/** Rows of the table of tasks, what was wrong in their files, and what their reader must know. */
export function describeTasks(
  workspace: Workspace,
  study: { readonly id: string; readonly plan: Plan; readonly runs: readonly Run[] },
): {
  rows: TaskSummary[];
  problems: ProblemSummary[];
  warnings: StudyResults['warnings'][number][];
} {
  const rows: TaskSummary[] = [];
  const problems: ProblemSummary[] = [];
  const warnings: StudyResults['warnings'][number][] = [];
  for (const [name, task] of Object.entries(study.plan.tasks)) {
    const summaries = study.runs
      .filter((run) => run.task === name)
      .flatMap((run) => readSummary(workspace, run, 'fine-tuning') ?? []);
    const hash =
      summaries.at(0)?.datasetHash ??
      findReading(workspace, { studyId: study.id, of: 'task', name });
    const dataset = hash === undefined ? undefined : workspace.datasets.findByHash(hash);
    if (dataset === undefined) continue;
    const record = dataset.statistics as DatasetRecord;
    problems.push(record.problems);
    const taskHash = dataset.sourceHash;
    const set = findSet(workspace, study.id, name, dataset);
    const read = set && { set: set.name, version: set.version, setHash: set.hash };
    const found = workspace.contaminations.find(study.id, name);
    const contamination = found?.contamination ?? null;
    const texts = {
      'opened-set': [read && describeOpened(workspace, read)],
      'left-out': describeDataset(dataset, record),
      'cut-texts': [describeCut(task, summaries)],
      'repeated-texts': [
        describeRepeated(
          task,
          countRepeated(workspace, { name, folds: task.folds, runs: study.runs }),
        ),
      ],
      'near-duplicates': [contamination && describeMet(contamination, task.folds)],
      'ungrouped-examples': [describeUngrouped(task, dataset, record)],
      'seen-data': describeSeenData(workspace, study, { kind: task.kind, hash: taskHash }),
      'seen-texts': describeOverlaps(workspace, study, { kind: task.kind, taskHash }),
    } as const satisfies Partial<Record<WarningKind, readonly (Told | null)[]>>;
    for (const [kind, ofKind] of Object.entries(texts) as [WarningKind, (Told | null)[]][]) {
      for (const text of ofKind) if (text !== null) warnings.push({ kind, about: name, text });
    }
    rows.push(
      describeTask(name, {
        task,
        dataset,
        record,
        set,
        contamination,
        training: describeTraining(workspace, { name, task, record, runs: study.runs }),
      }),
    );
  }
  return { rows, problems, warnings };
}

function describeTask(
  name: string,
  {
    task,
    dataset,
    record,
    set,
    contamination,
    training,
  }: Pick<TaskSummary, 'set' | 'contamination' | 'training'> & {
    task: TaskPlan;
    dataset: Dataset;
    record: DatasetRecord;
  },
): TaskSummary {
  return {
    name,
    title: task.title ?? null,
    kind: task.kind,
    set,
    lockedOut:
      record.locked === undefined ? null : { ...record.locked.counts, unit: record.locked.unit },
    contamination,
    foldCount: countFolds(task),
    repeats: task.repeats ?? 1,
    groupedBy: record.groupedCount === 0 ? null : groupedBy(task),
    primaryMetric: primaryMetric[task.kind],
    frozenEncoder: task.frozenEncoder,
    choosesEpochs: task.earlyStop !== undefined,
    training,
    itemCount: dataset.exampleCount,
    labels: record.labels,
    lostLabels: listLabelLosses(lossesOf(record.problems), record.labels).map(
      ({ label, lost: count }) => ({ label, count }),
    ),
  };
}

/** The version of a labelled set that the results are of; null for files. */
function findSet(
  workspace: Workspace,
  studyId: string,
  name: string,
  { sourceHash: hash }: Dataset,
): TaskSummary['set'] {
  const found = findSetVersion(workspace, { studyId, of: 'task', name, hash });
  return found && { name: found.set, version: found.version, hash: found.setHash };
}

function groupedBy(task: TaskPlan): string | null {
  if (task.kind !== 'entities')
    return task.data.format === 'csv' ? (task.data.groupColumn ?? null) : 'patient';
  if (!task.groupByDocument) return null;
  return task.data.format === 'set' ? 'patient or document' : 'document';
}

/** What the model that sees least of its texts does not see. */
function describeCut(
  task: TaskPlan,
  summaries: readonly Pick<RunSummaries['fine-tuning'], 'cutCount' | 'unreadShare'>[],
): Phrase | null {
  const count = largestOf(
    summaries.map(({ cutCount }) => cutCount),
    0,
  );
  if (count === 0) return null;
  if (task.kind === 'entities' || task.longNotes.startsWith('windows')) {
    return say('warnings', 'readInWindows', count, task.kind, task.maxTokens);
  }
  const unread = largestOf(
    summaries.map(({ unreadShare = 0 }) => unreadShare),
    0,
  );
  const lost = task.longNotes === 'head' ? 'end' : 'middle';
  return say('warnings', 'notesCut', count, task.maxTokens, lost, unread);
}

/** Over all folds, each of which tests other examples; it is the same for every model. */
function countRepeated(
  workspace: Workspace,
  { name: task, folds, runs }: { name: string; folds: number; runs: readonly Run[] },
): number {
  const ofFold = new Map<number | null, number>();
  for (const run of runs.filter((each) => each.task === task)) {
    const summary = readSummary(workspace, run, 'fine-tuning');
    // Of one division: a text that is tested again in another is not repeated by that.
    if (summary !== null && (run.fold ?? 0) < folds)
      ofFold.set(run.fold, summary.repeatedCount ?? 0);
  }
  return [...ofFold.values()].reduce((sum, count) => sum + count, 0);
}

function describeRepeated(task: TaskPlan, count: number): Phrase | null {
  return count === 0 ? null : say('warnings', 'repeated', task.kind, count);
}

/** What is kept together, unless a column of the files says it. */
const groupNames = {
  patient: 'patient',
  document: 'document',
  'patient or document': 'patientOrDocument',
} as const;

function describeUngrouped(
  task: TaskPlan,
  { exampleCount }: Dataset,
  { groupedCount = exampleCount }: DatasetRecord,
): Phrase | null {
  const group = groupedBy(task);
  if (group === null || groupedCount === exampleCount) return null;
  const named = Object.hasOwn(groupNames, group)
    ? say('warnings', groupNames[group as keyof typeof groupNames])
    : group;
  return groupedCount === 0
    ? say('warnings', 'ungroupedAll', task.kind, named)
    : say('warnings', 'ungroupedSome', task.kind, named, exampleCount - groupedCount);
}

function describeOverlaps(
  workspace: Workspace,
  { id: studyId, plan }: { readonly id: string; readonly plan: Plan },
  { kind, taskHash }: { readonly kind: TaskPlan['kind']; readonly taskHash: string },
): (Phrase | null)[] {
  return Object.keys(plan.corpora).map((name) => {
    const corpusHash = findReading(workspace, { studyId, of: 'corpus', name });
    const overlap =
      corpusHash === undefined ? undefined : findOverlap(workspace, { taskHash, corpusHash });
    return overlap === undefined ? null : describeOverlap(overlap, { kind, corpus: name });
  });
}
