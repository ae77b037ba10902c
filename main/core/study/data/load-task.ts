import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { LabelledNote, TaggedSentence } from '#core/domain/text.ts';
import { tagSentences } from '#core/corpus/tag-sentences.ts';
import type { TextEncoding } from '#core/import/text-encoding.ts';
import { importFormats } from '#core/import/formats.ts';
import { readBioColumns } from '#core/import/read-bio-columns.ts';
import { readBrat } from '#core/import/read-brat.ts';
import { remarkAlikeLabels } from '#core/import/remark-alike-labels.ts';
import { remarkNumbers } from '#core/import/remark-numbers.ts';
import { readLabelledCsv } from '#core/import/read-labelled-csv.ts';
import type { DatasetExamples, DatasetKind } from '#core/storage/datasets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { summariseProblems, type ProblemSummary } from '#core/collection/import-summary.ts';
import {
  hashSources,
  readSourceFiles,
  type SourceFile,
} from '#core/collection/files/source-files.ts';
import type { ClassificationPlan, EntitiesPlan, TaskPlan } from '../plan/plan-schema.ts';
import { outsideTag } from '#core/training/encode-sentences.ts';
import { buildClassification, buildEntities } from './build-task.ts';
import {
  type ChosenLabels,
  chooseEntities,
  chooseNotes,
  LabelChooser,
  type LabelChoice,
  labelChoiceOf,
} from './choose-labels.ts';
import { countLabels, type LabelCount } from '#core/collection/count-labels.ts';
import type { DatasetRecord } from './dataset-record.ts';
import { describeDataset } from './describe-dataset.ts';
import { countLostFiles, remarkNothingLeft } from '#core/collection/emptied-files.ts';
import type { PreparedTask } from './prepared-task.ts';
import { isReadOtherwise, readingVersion } from './reading-version.ts';
import { RepeatsAcrossFiles } from './repeats-across-files.ts';

/**
 * Brings a labelled set of a plan into the workspace, unless it is there, and divides it into folds.
 * @throws file.missing, file.unreadable, dataset.empty, folds.*
 */
export function loadTask(
  workspace: Workspace,
  name: string,
  options: { plan: TaskPlan; seed: number; onRead: (hash: string) => void },
): PreparedTask {
  const { plan, seed } = options;
  const { files, hash } = readTaskFiles(plan);
  const identity = { name, hash, foldCount: plan.folds, seed };
  options.onRead(hash);
  if (plan.kind === 'classification') {
    const { examples, problems, warnings } = loadExamples(workspace, 'labelled-notes', {
      name,
      hash,
      files,
      read: () => {
        const notes = readNotes(files, plan);
        return readChosen(
          labelChoiceOf(plan),
          (chooser) => chooseNotes(notes, chooser),
          listRareClasses,
        );
      },
      labelsOf: (note) => [note.label],
      tagsOf: () => [],
    });
    return buildClassification(examples, { ...identity, problems, warnings });
  }
  const { examples, problems, warnings } = loadExamples(workspace, 'tagged-sentences', {
    name,
    hash,
    files,
    read: () =>
      readChosen(
        labelChoiceOf(plan),
        (chooser) => readSentences(files, plan, chooser),
        listRareTypes,
      ),
    labelsOf: ({ tags }) => typesOf(tags),
    tagsOf: ({ tags }) => tags,
  });
  const ungrouped = () => examples.map((sentence) => ({ ...sentence, groupId: null }));
  const grouped = plan.groupByDocument ? examples : ungrouped();
  return buildEntities(grouped, { ...identity, problems, warnings });
}

/** The files of a task, and the hash of them and of how they are read. @throws file.* */
export function readTaskFiles(plan: TaskPlan): { files: SourceFile[]; hash: string } {
  const { files: named, ...settings } = plan.data;
  const files = readSourceFiles(named, importFormats[plan.data.format].extensions);
  const choice = labelChoiceOf(plan);
  // Files that the first version read otherwise have another hash: no result of it is taken over.
  const isOther = plan.kind === 'entities' && isReadOtherwise(problemsOfReading(files, plan));
  const version = isOther ? { readingVersion } : {};
  return { files, hash: hashSources(files, { ...settings, ...choice, ...version }) };
}

function problemsOfReading(files: readonly SourceFile[], plan: EntitiesPlan): ProblemSummary {
  const chooser = new LabelChooser(labelChoiceOf(plan), new Set());
  return summariseProblems(readSentences(files, plan, chooser).problems);
}

/** All examples of the files, with the labels that the plan chooses. */
export function readTaskExamples(
  files: readonly SourceFile[],
  plan: TaskPlan,
): ImportResult<LabelledNote | TaggedSentence> {
  const choice = labelChoiceOf(plan);
  if (plan.kind === 'entities') {
    const read = (chooser: LabelChooser) => readSentences(files, plan, chooser);
    return readChosen(choice, read, listRareTypes);
  }
  const notes = readNotes(files, plan);
  return readChosen(choice, (chooser) => chooseNotes(notes, chooser), listRareClasses);
}

/** What was read, and what became of the labels where the plan chooses among them. */
interface ChosenExamples<Item> extends ImportResult<Item> {
  readonly chosen?: ChosenLabels;
}

/** Reads again without what turns out to be rare, as long as anything does. */
function readChosen<Item>(
  choice: LabelChoice,
  read: (chooser: LabelChooser) => ImportResult<Item>,
  listRare: (result: ImportResult<Item>, minimumCount: number) => readonly LabelCount[],
): ChosenExamples<Item> {
  const { minimumCount } = choice;
  const rare: LabelCount[] = [];
  for (;;) {
    const chooser = new LabelChooser(choice, new Set(rare.map(({ label }) => label)));
    const result = read(chooser);
    if (Object.keys(choice).length === 0) return result;
    const more = minimumCount === undefined ? [] : listRare(result, minimumCount);
    if (more.length === 0) return { ...result, chosen: chooser.result(rare) };
    for (const each of more) rare.push(each);
  }
}

function loadExamples<Kind extends DatasetKind>(
  workspace: Workspace,
  kind: Kind,
  source: {
    name: string;
    hash: string;
    files: readonly SourceFile[];
    read: () => ChosenExamples<DatasetExamples[Kind]>;
    labelsOf: (example: DatasetExamples[Kind]) => readonly string[];
    /** One per word. */
    tagsOf: (example: DatasetExamples[Kind]) => readonly string[];
  },
): { examples: DatasetExamples[Kind][]; problems: ProblemSummary; warnings: string[] } {
  const known = workspace.datasets.findByHash(source.hash);
  if (known?.kind === kind) {
    const record = known.statistics as DatasetRecord;
    return {
      examples: [...workspace.datasets.examples(known.id, kind)],
      problems: record.problems,
      warnings: describeDataset(known, record),
    };
  }
  const { items, problems, chosen } = source.read();
  const labels = countLabels(items.flatMap(source.labelsOf));
  const file = nameFiles(source.files);
  const groups = kind === 'labelled-notes' ? items.flatMap(({ groupId }) => groupId ?? []) : [];
  const remarks = [
    ...remarkAlikeLabels(labels, file),
    ...(kind === 'labelled-notes' ? remarkNumbers({ labels, groups: new Set(groups) }, file) : []),
  ];
  const tags = items.flatMap(source.tagsOf);
  // First, because only the first problems are kept in full.
  const record: DatasetRecord = {
    problems: summariseProblems([...remarks, ...problems]),
    labels,
    groupedCount: items.filter(({ groupId }) => groupId !== null).length,
    kept: {
      file: source.files.length - countLostFiles(problems),
      tag: tags.filter((tag) => tag !== outsideTag).length,
      word: tags.length,
    },
    ...(chosen === undefined ? {} : { chosen }),
  };
  const stored = workspace.datasets.put({
    name: source.name,
    kind,
    sourceHash: source.hash,
    examples: items,
    statistics: () => record,
  });
  return {
    examples: [...items],
    problems: record.problems,
    warnings: describeDataset(stored, record),
  };
}

/** Those that are too few, and those of one group, which can be learned or tested but not both. */
function listRareClasses(
  { items }: ImportResult<LabelledNote>,
  minimumCount: number,
): LabelCount[] {
  const groups = new Map<string, Set<string>>();
  for (const { id, label, groupId } of items) {
    const known = groups.get(label) ?? new Set();
    groups.set(label, known.add(groupId === null ? `note ${id}` : `group ${groupId}`));
  }
  return countLabels(items.map(({ label }) => label)).filter(
    ({ label, count }) => count < minimumCount || (groups.get(label)?.size ?? 0) < 2,
  );
}

/** Those that were marked too rarely go first: without them, more may be left of the others. */
function listRareTypes(
  { items, problems }: ImportResult<TaggedSentence>,
  minimumCount: number,
): LabelCount[] {
  const isRare = ({ count }: LabelCount) => count < minimumCount;
  const kept = items.flatMap(({ tags }) => typesOf(tags));
  const lost = problems.flatMap(({ action, label }) =>
    action === 'left-out' && label !== undefined ? [label] : [],
  );
  const marked = countLabels([...kept, ...lost]).filter(isRare);
  return marked.length > 0 ? marked : countLabels(kept).filter(isRare);
}

/** The type of each entity. */
function typesOf(tags: readonly string[]): string[] {
  return tags.filter((tag) => tag.startsWith('B-')).map((tag) => tag.slice(2));
}

function nameFiles(files: readonly SourceFile[]): string {
  const [first] = files.map(({ name }) => name);
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}

function readNotes(
  files: readonly SourceFile[],
  plan: ClassificationPlan,
): ImportResult<LabelledNote> {
  const { textColumn, labelColumn, idColumn, groupColumn } = plan.data;
  const columns = {
    text: textColumn,
    label: labelColumn,
    ...(idColumn === undefined ? {} : { id: idColumn }),
    ...(groupColumn === undefined ? {} : { group: groupColumn }),
  };
  const options = { columns, ...encodingOf(plan) };
  const remark = createRepeatRemarks();
  return join(
    files.map((file) =>
      remark(remarkNothingLeft(readLabelledCsv(file.bytes, file.name, options), file), file.name),
    ),
  );
}

function readSentences(
  files: readonly SourceFile[],
  plan: EntitiesPlan,
  chooser: LabelChooser,
): ImportResult<TaggedSentence> {
  const { data } = plan;
  if (data.format === 'bio') {
    const { tagColumn, wordColumn } = data;
    const options = {
      ...(tagColumn === undefined ? {} : { tagColumn }),
      ...(wordColumn === undefined ? {} : { wordColumn }),
      ...encodingOf(plan),
    };
    const read = join(files.map((file) => readBioColumns(file.bytes, file.name, options)));
    return chooseEntities(read, chooser);
  }
  const named = files.map(({ name, bytes }) => ({ file: name, bytes }));
  const nameType = (type: string) => chooser.choose(type);
  const documents = readBrat(named, { ...encodingOf(plan), nameType });
  const sentences = join(documents.items.map((document) => tagSentences(document)));
  return {
    items: sentences.items,
    problems: [...documents.problems, ...sentences.problems],
  };
}

/** Remarks on what a file shares with those before it. */
function createRepeatRemarks() {
  const texts = new RepeatsAcrossFiles();
  const ids = new RepeatsAcrossFiles();
  return (read: ImportResult<LabelledNote>, file: string): ImportResult<LabelledNote> => {
    texts.beginFile();
    ids.beginFile();
    for (const { id, text } of read.items) {
      texts.add(text.trim());
      ids.add(id);
    }
    const problems = [...read.problems];
    const source = { file, line: 1, action: 'kept' } as const;
    if (texts.count > 0) {
      const detail = `${texts.count} notes have the text of a note of an earlier file.`;
      problems.push({ ...source, rule: 'row-text-duplicate', detail });
    }
    if (ids.count > 0) {
      const detail = `${ids.count} notes have the id of a note of an earlier file: look whether they are the same notes.`;
      problems.push({ ...source, rule: 'row-id-repeated', detail });
    }
    return { items: read.items, problems };
  };
}

function encodingOf({ data: { encoding } }: TaskPlan): { readonly encoding?: TextEncoding } {
  return encoding === undefined ? {} : { encoding };
}

function join<Item>(results: readonly ImportResult<Item>[]): ImportResult<Item> {
  const items: Item[] = results.flatMap((result) => [...result.items]);
  const problems: ImportProblem[] = results.flatMap((result) => [...result.problems]);
  return { items, problems };
}
