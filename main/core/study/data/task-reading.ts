import type { ImportProblem } from '#core/domain/import-report.ts';
import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import type { Report } from '#core/import/collect-reading.ts';
import { remarkAlikeLabels } from '#core/import/remark-alike-labels.ts';
import { remarkNumbers } from '#core/import/remark-numbers.ts';
import { DayTally } from '#core/evaluation/folds/day-tally.ts';
import { outsideTag } from '#core/training/encode-sentences.ts';
import type { DatasetExamples, DatasetKind } from '#core/storage/datasets.ts';
import { type LabelCount, LabelTally } from '#core/collection/count-labels.ts';
import { isOfFile } from '#core/collection/emptied-files.ts';
import { joinSummaries, ProblemTally, summariseProblems } from '#core/collection/import-summary.ts';
import type { ClassificationPlan, EntitiesPlan, MultiLabelPlan } from '../plan/plan-schema.ts';
import { LabelChooser, type LabelChoice, labelChoiceOf } from './choose-labels.ts';
import type { DatasetRecord } from './dataset-record.ts';
import { typesOf } from './entity-types.ts';
import { type RarityTally, tallyClasses, tallyLabelSets, tallyTypes } from './rare-labels.ts';
import type { TaskSource } from './task-source.ts';

/** How a task is read; examples come one by one, each time from the first. */
interface TaskReader<Kind extends DatasetKind> {
  readonly kind: Kind;
  readonly choice: LabelChoice;
  readonly read: (chooser: LabelChooser, report: Report) => Iterable<DatasetExamples[Kind]>;
  readonly createTally: () => RarityTally<DatasetExamples[Kind]>;
  readonly labelsOf: (example: DatasetExamples[Kind]) => readonly string[];
  /** One per word. */
  readonly tagsOf: (example: DatasetExamples[Kind]) => readonly string[];
}

/** All examples of a task with what is kept beside them. */
export interface TaskReading<Example> {
  /** To be taken once. */
  readonly examples: Iterable<Example>;
  /** Asked after the last example, when counts are known. */
  readonly record: () => DatasetRecord;
}

/** Which problems of a reading are of no matter. */
type Ignoring = (problem: ImportProblem) => boolean;

const ignoreNone: Ignoring = () => false;

/** Reads the notes of a source, with the classes that the plan chooses. */
export function openNotes(
  source: TaskSource,
  plan: ClassificationPlan,
  isIgnored = ignoreNone,
): TaskReading<LabelledNote> {
  const reader: TaskReader<'labelled-notes'> = {
    kind: 'labelled-notes',
    choice: labelChoiceOf(plan),
    read: (chooser, report) => source.readNotes(chooser, report),
    createTally: tallyClasses,
    labelsOf: ({ label }) => [label],
    tagsOf: () => [],
  };
  return openReading(source, reader, isIgnored);
}

/** Reads the notes of a source that may have several labels, with those that the plan chooses. */
export function openLabelSets(
  source: TaskSource,
  plan: MultiLabelPlan,
  isIgnored = ignoreNone,
): TaskReading<MultiLabelNote> {
  const reader: TaskReader<'multi-label-notes'> = {
    kind: 'multi-label-notes',
    choice: labelChoiceOf(plan),
    read: (chooser, report) => source.readLabelSets(chooser, report),
    createTally: tallyLabelSets,
    labelsOf: ({ labels }) => labels,
    tagsOf: () => [],
  };
  return openReading(source, reader, isIgnored);
}

/** Reads the sentences of a source, with the types that the plan chooses. */
export function openSentences(
  source: TaskSource,
  plan: EntitiesPlan,
  isIgnored = ignoreNone,
): TaskReading<TaggedSentence> {
  const reader: TaskReader<'tagged-sentences'> = {
    kind: 'tagged-sentences',
    choice: labelChoiceOf(plan),
    read: (chooser, report) => source.readSentences(chooser, report),
    createTally: tallyTypes,
    labelsOf: ({ tags }) => typesOf(tags),
    tagsOf: ({ tags }) => tags,
  };
  return openReading(source, reader, isIgnored);
}

function openReading<Kind extends DatasetKind>(
  source: TaskSource,
  reader: TaskReader<Kind>,
  isIgnored: Ignoring,
): TaskReading<DatasetExamples[Kind]> {
  const { choice, kind, labelsOf, tagsOf } = reader;
  const problems = new ProblemTally();
  const lostFiles = new Set<string>();
  const labels = new LabelTally();
  const groups = new Set<string>();
  const counts = { tag: 0, word: 0, grouped: 0 };
  const days = new DayTally();
  const report = (problem: ImportProblem) => {
    if (isIgnored(problem)) return;
    problems.add([problem]);
    if (isOfFile(problem)) lostFiles.add(problem.file);
  };
  const rare = findRare(reader);
  const chooser = new LabelChooser(choice, new Set(rare.map(({ label }) => label)));

  function* examples(): Generator<DatasetExamples[Kind]> {
    for (const example of reader.read(chooser, report)) {
      for (const label of labelsOf(example)) labels.add(label);
      for (const tag of tagsOf(example)) {
        counts.word++;
        if (tag !== outsideTag) counts.tag++;
      }
      if (example.groupId !== null) counts.grouped++;
      days.add(example.date);
      if (example.groupId !== null && kind !== 'tagged-sentences') groups.add(example.groupId);
      yield example;
    }
  }

  return {
    examples: examples(),
    record() {
      const counted = labels.list();
      const { kept, ...facts } = source.facts(lostFiles.size);
      const remarks = [
        ...remarkAlikeLabels(counted, source.label),
        ...(kind !== 'tagged-sentences'
          ? remarkNumbers({ labels: counted, groups }, source.label)
          : []),
      ];
      return {
        // First, because only the first problems are kept in full.
        problems: joinSummaries(summariseProblems(remarks), problems.summary()),
        labels: counted,
        groupedCount: counts.grouped,
        ...(days.isEmpty ? {} : { days: { counts: days.list(), undated: days.undatedCount } }),
        kept: { ...kept, tag: counts.tag, word: counts.word },
        ...facts,
        ...(Object.keys(choice).length === 0 ? {} : { chosen: chooser.result(rare) }),
      };
    },
  };
}

/** Reads again without what turns out to be rare, as long as anything does. */
function findRare<Kind extends DatasetKind>({
  choice,
  read,
  createTally,
}: TaskReader<Kind>): LabelCount[] {
  const { minimumCount } = choice;
  const rare: LabelCount[] = [];
  if (minimumCount === undefined) return rare;
  for (;;) {
    const chooser = new LabelChooser(choice, new Set(rare.map(({ label }) => label)));
    const tally = createTally();
    const report = (problem: ImportProblem) => {
      tally.addProblem(problem);
    };
    for (const example of read(chooser, report)) tally.add(example);
    const more = tally.listRare(minimumCount);
    if (more.length === 0) return rare;
    for (const each of more) rare.push(each);
  }
}
