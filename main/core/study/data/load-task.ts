import { assert } from '#core/base/assert.ts';
import { packSentences } from '#core/corpus/pack-sentences.ts';
import type { TaggedSentence } from '#core/domain/text.ts';
import { importFormats } from '#core/import/formats.ts';
import type { Dataset, DatasetExamples, DatasetKind } from '#core/storage/datasets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { ProblemTally } from '#core/collection/import-summary.ts';
import {
  hashSources,
  readSourceFiles,
  type SourceFile,
} from '#core/collection/files/source-files.ts';
import { hashBeside, LockedTally } from '#core/collection/locked-texts.ts';
import { requireUnlocked, type StudyLock } from './open-lock.ts';
import type { EntitiesPlan, TaskPlan } from '../plan/plan-schema.ts';
import {
  buildClassification,
  buildEntities,
  buildMultiLabel,
  divisionOf,
  type TaskIdentity,
} from './build-task.ts';
import { LabelChooser, labelChoiceOf } from './choose-labels.ts';
import type { DatasetRecord } from './dataset-record.ts';
import { describeDataset } from './describe-dataset.ts';
import type { PreparedTask } from './prepared-task.ts';
import { readSentences } from './read-examples.ts';
import { isReadOtherwise, readingVersion } from './reading-version.ts';
import { type FileTask, isOfFiles, isOfSet, type OfFiles } from './file-task.ts';
import { openFiles } from './open-files.ts';
import { findVersion, hashSet, openSet } from './open-set.ts';
import type { SetVersion } from './readings.ts';
import type { TaskSource } from './task-source.ts';
import { openLabelSets, openNotes, openSentences, type TaskReading } from './task-reading.ts';

/**
 * Brings a labelled set of a plan into the workspace, unless it is there, and divides it into folds.
 * Examples go from the files into the workspace, and from there into memory, one by one.
 * @throws file.missing, file.unreadable, dataset.empty, plan.locked-set, folds.*
 */
export function loadTask(
  workspace: Workspace,
  name: string,
  options: {
    plan: TaskPlan;
    seed: number;
    /** Whose earlier readings say which version of a set is meant; null for a first one. */
    studyId?: string | null;
    /** What must not be met. */
    lock?: StudyLock | null;
    onRead: (hash: string, version?: SetVersion) => void;
  },
): PreparedTask {
  const { plan, seed, studyId = null, lock = null } = options;
  const { source, hash, version } = openTask(workspace, plan, { name, studyId, lock });
  options.onRead(hash, version);
  const identified = { name, hash };
  const identify = (dataset: Dataset): TaskIdentity => {
    const record = dataset.statistics as DatasetRecord;
    const { problems } = record;
    const warnings = describeDataset(dataset, record);
    const division = { ...divisionOf(plan), seed };
    return { name, hash: dataset.sourceHash, ...division, problems, warnings };
  };
  if (plan.kind === 'classification') {
    const open = () => openNotes(source, plan);
    const dataset = storeExamples(workspace, { ...identified, kind: 'labelled-notes', open });
    const notes = [...workspace.datasets.examples(dataset.id, 'labelled-notes')];
    return buildClassification(notes, identify(dataset));
  }
  if (plan.kind === 'multi-label') {
    const open = () => openLabelSets(source, plan);
    const dataset = storeExamples(workspace, { ...identified, kind: 'multi-label-notes', open });
    const notes = [...workspace.datasets.examples(dataset.id, 'multi-label-notes')];
    return buildMultiLabel(notes, identify(dataset));
  }
  const open = () => openSentences(source, plan);
  const dataset = storeExamples(workspace, { ...identified, kind: 'tagged-sentences', open });
  const stored = workspace.datasets.examples(dataset.id, 'tagged-sentences');
  const sentences = packSentences(plan.groupByDocument ? stored : withoutGroups(stored));
  return buildEntities(sentences, identify(dataset));
}

function* withoutGroups(sentences: Iterable<TaggedSentence>): Generator<TaggedSentence> {
  for (const sentence of sentences) yield { ...sentence, groupId: null };
}

/**
 * What a task reads: its files, or the version of its set.
 * @throws file.*, record.missing, plan.locked-set
 */
export function openTask(
  workspace: Workspace,
  plan: TaskPlan,
  {
    name,
    studyId,
    lock,
  }: { readonly name: string; readonly studyId: string | null; readonly lock: StudyLock | null },
): { readonly source: TaskSource; readonly hash: string; readonly version?: SetVersion } {
  const locked = lock?.texts ?? null;
  if (isOfFiles(plan)) {
    const { files, hash } = readTaskFiles(plan);
    return { source: openFiles(files, plan, locked), hash: hashBeside(hash, locked) };
  }
  assert(isOfSet(plan), 'a task reads files or a set');
  const frozen = findVersion(workspace, plan.data, studyId);
  requireUnlocked(name, frozen, lock);
  const { name: set, version, hash: setHash } = frozen;
  return {
    source: openSet(workspace, plan, { frozen, locked }),
    hash: hashBeside(hashSet(plan, frozen), locked),
    version: { set, version, setHash },
  };
}

/** The data set of a task, made of its source unless it is there. */
function storeExamples<Kind extends DatasetKind>(
  workspace: Workspace,
  source: {
    readonly name: string;
    readonly hash: string;
    readonly kind: Kind;
    readonly open: () => TaskReading<DatasetExamples[Kind]>;
  },
): Dataset {
  const { name, hash, kind, open } = source;
  const known = workspace.datasets.findByHash(hash);
  if (known?.kind === kind) return known;
  const { examples, record } = open();
  return workspace.datasets.put({ name, kind, sourceHash: hash, examples, statistics: record });
}

/** The files of a task, and the hash of them and of how they are read. @throws file.* */
function readTaskFiles(plan: FileTask): { files: SourceFile[]; hash: string } {
  const { files: named, ...settings } = plan.data;
  const files = readSourceFiles(named, importFormats[plan.data.format].extensions);
  const choice = labelChoiceOf(plan);
  // Files that the first version read otherwise have another hash: no result of it is taken over.
  const isOther = plan.kind === 'entities' && isReadAnew(files, plan);
  const version = isOther ? { readingVersion } : {};
  const unlabelled = plan.kind === 'multi-label' ? { unlabelled: plan.unlabelled } : {};
  const reading = { ...settings, ...choice, ...version, ...unlabelled };
  return { files, hash: hashSources(files, reading) };
}

function isReadAnew(files: readonly SourceFile[], plan: OfFiles<EntitiesPlan>): boolean {
  const problems = new ProblemTally();
  const chooser = new LabelChooser(labelChoiceOf(plan));
  const sentences = readSentences(files, plan, {
    chooser,
    met: new LockedTally(null),
    report: (problem) => {
      problems.add([problem]);
    },
  });
  while (sentences.next().done !== true);
  return isReadOtherwise(problems.summary());
}
