import { AnamnesisError } from '#core/base/error.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import { importFormats } from '#core/import/formats.ts';
import {
  buildClassification,
  buildEntities,
  buildMultiLabel,
  divisionOf,
} from '../data/build-task.ts';
import { describeFirstLoss, type ProblemSummary } from '#core/collection/import-summary.ts';
import { describeLocked, type LockedTexts } from '#core/collection/locked-texts.ts';
import type { DatasetRecord } from '../data/dataset-record.ts';
import { checkNamedClasses } from '../data/check-named-classes.ts';
import { describeDataset } from '../data/describe-dataset.ts';
import type { ComparedExamples } from '../data/overlaps.ts';
import type { FileTask } from '../data/file-task.ts';
import { openFiles } from '../data/open-files.ts';
import { requireInnerSplits } from '../data/split-inner.ts';
import { openLabelSets, openNotes, openSentences } from '../data/task-reading.ts';
import type { TaskSource } from '../data/task-source.ts';
import { findSourceFiles } from '#core/collection/files/source-files.ts';
import { measureFile, type MeasuredFile } from '#core/collection/files/source-pieces.ts';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import type { MeasuredTask } from '../execution/estimate-work.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type { TaskOutlook } from './plan-outlook.ts';
import { readHeads, type FileHead, type LookingLimits } from './read-heads.ts';
import { tellOfLongTexts } from './tell-of-long-texts.ts';
import { tellOfPart } from './tell-of-part.ts';
import { warnOfFewPositives } from './warn-of-few-positives.ts';
import { warnOfPart } from './warn-of-part.ts';

export interface TaskLook {
  readonly outlook: TaskOutlook;
  readonly measured: MeasuredTask;
  /** What was read of it. */
  readonly read: ComparedExamples;
  readonly warnings: readonly Told[];
  /** Why it cannot be divided into folds, which is known where all was read. */
  readonly fault: AnamnesisError | null;
}

/**
 * Reads the heads of the files of a task as they would be read; what was read whole is divided into
 * folds as the study would do it. @throws file.*, dataset.empty
 */
export function lookAtTask(
  name: string,
  {
    plan,
    seed,
    locked = null,
  }: { readonly plan: FileTask; readonly seed: number; readonly locked?: LockedTexts | null },
  limits: LookingLimits,
): TaskLook {
  const { data } = plan;
  const files = findSourceFiles(data.files, importFormats[data.format].extensions).map(measureFile);
  const heads = readHeads(
    data.format === 'brat' ? pairFiles(files) : files.map((file) => [file]),
    limits,
  );
  const isWhole = heads.length === files.length && heads.every((head) => head.isWhole);
  const sizeBytes = files.reduce((sum, { byteCount }) => sum + byteCount, 0);
  const seenBytes = heads.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const seenShare = isWhole ? 1 : seenBytes / sizeBytes;
  const isIgnored = (problem: ImportProblem) => isOfCut(problem, heads);
  const read = { source: openFiles(heads, plan, locked), seenShare, isIgnored };
  const look = judgeTask(name, { plan, seed }, read);
  const { format } = data;
  return { ...look, outlook: { ...look.outlook, format, fileCount: files.length, sizeBytes } };
}

/** What is looked at of a task. */
interface SeenSource {
  readonly source: TaskSource;
  /** Of the whole; 1 where all is read. */
  readonly seenShare: number;
  /** Problems that are not of the source, but of its being cut. */
  readonly isIgnored: (problem: ImportProblem) => boolean;
}

type JudgedTask = Omit<TaskLook, 'outlook'> & {
  readonly outlook: Omit<TaskOutlook, 'format' | 'fileCount' | 'sizeBytes'>;
};

/** What can be said of the examples that were read. @throws dataset.empty */
export function judgeTask(
  name: string,
  { plan, seed }: { readonly plan: TaskPlan; readonly seed: number },
  { source, seenShare, isIgnored }: SeenSource,
): JudgedTask {
  const { kind, folds } = plan;
  const isWhole = seenShare === 1;
  const { examples, record } = readExamples(source, plan, isIgnored);
  const { labels, problems } = record;
  if (examples.length === 0) {
    throw new AnamnesisError('dataset.empty', {
      place: say('losses', 'taskPlace', name),
      expected: say('losses', kind === 'entities' ? 'taggedSentences' : 'labelledNotes'),
      found: say('common', 'clauses', [
        say('losses', isWhole ? 'noneInFiles' : 'noneInPart'),
        ...describeFirstLoss(problems),
        ...describeLocked(record.locked?.counts ?? null, record.locked?.unit ?? ''),
      ]),
      remedy: say('losses', 'correctFiles'),
    });
  }
  const division = isWhole ? divide(name, { plan, seed, examples, problems }) : null;
  const ofData = describeDataset(
    {
      kind: kind === 'entities' ? 'tagged-sentences' : 'labelled-notes',
      exampleCount: examples.length,
    },
    record,
  );
  const measured = { lengths: examples.map(({ text }) => text.length), seenShare };
  const long = tellOfLongTexts(plan, measured);
  return {
    outlook: {
      name,
      kind,
      folds,
      seenShare,
      itemCount: Math.round(examples.length / seenShare),
      labels,
    },
    measured,
    read: { kind, examples } as ComparedExamples,
    warnings: [
      ...(long === null ? [] : [long]),
      ...(plan.kind === 'classification' ? warnOfFewPositives(plan, record, seenShare) : []),
      ...tellOfPart(ofData, seenShare),
      ...(division?.warnings ?? warnOfPart({ kind, labels, folds, seenShare, examples })),
    ],
    fault: division?.fault ?? null,
  };
}

interface Examples {
  readonly examples: readonly (LabelledNote | MultiLabelNote | TaggedSentence)[];
  readonly record: DatasetRecord;
}

function readExamples(
  source: TaskSource,
  plan: TaskPlan,
  isIgnored: (problem: ImportProblem) => boolean,
): Examples {
  const { examples, record } =
    plan.kind === 'classification'
      ? openNotes(source, plan, isIgnored)
      : plan.kind === 'multi-label'
        ? openLabelSets(source, plan, isIgnored)
        : openSentences(source, plan, isIgnored);
  return { examples: [...examples], record: record() };
}

function divide(
  name: string,
  {
    plan,
    seed,
    examples,
    problems,
  }: Pick<Examples, 'examples'> & { plan: TaskPlan; seed: number; problems: ProblemSummary },
): Pick<TaskLook, 'warnings' | 'fault'> {
  const identity = {
    name,
    hash: '',
    ...divisionOf(plan),
    seed,
    problems,
    warnings: [],
  };
  try {
    const prepared =
      plan.kind === 'classification'
        ? buildClassification(examples as readonly LabelledNote[], identity)
        : plan.kind === 'multi-label'
          ? buildMultiLabel(examples as readonly MultiLabelNote[], identity)
          : buildEntities(groupAs(plan, examples as readonly TaggedSentence[]), identity);
    checkNamedClasses(plan, prepared);
    requireInnerSplits(plan, prepared, seed);
    return { warnings: prepared.warnings, fault: null };
  } catch (error) {
    if (!(error instanceof AnamnesisError)) throw error;
    return { warnings: [], fault: error };
  }
}

function groupAs(
  { groupByDocument }: Extract<TaskPlan, { kind: 'entities' }>,
  sentences: readonly TaggedSentence[],
): readonly TaggedSentence[] {
  return groupByDocument ? sentences : sentences.map((each) => ({ ...each, groupId: null }));
}

/** The two files of each document; one that is alone stays alone. */
function pairFiles(files: readonly MeasuredFile[]): MeasuredFile[][] {
  return [...Map.groupBy(files, ({ path }) => path.replace(/\.[^./\\]*$/, '')).values()];
}

/** A quote that is not closed within the head of a table is closed in the rest of it. */
function isOfCut({ rule, file }: ImportProblem, heads: readonly FileHead[]): boolean {
  return rule === 'row-quote' && heads.some(({ name, isWhole }) => name === file && !isWhole);
}
