import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { LabelledNote, TaggedSentence } from '#core/domain/text.ts';
import { tagSentences } from '#core/corpus/tag-sentences.ts';
import type { TextEncoding } from '#core/import/text-encoding.ts';
import { importFormats } from '#core/import/formats.ts';
import { readBioColumns } from '#core/import/read-bio-columns.ts';
import { readBrat } from '#core/import/read-brat.ts';
import { remarkAlikeLabels } from '#core/import/remark-alike-labels.ts';
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
import { buildClassification, buildEntities } from './build-task.ts';
import type { PreparedTask } from './prepared-task.ts';

/** What is kept of a labelled set beside its examples. */
export interface DatasetRecord {
  readonly problems: ProblemSummary;
  /** Classes with their notes, or types with their entities; in alphabetical order. */
  readonly labels: readonly { readonly label: string; readonly count: number }[];
  /** How many examples name their patient or document; left out by the first versions. */
  readonly groupedCount?: number;
}

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
  const { files: named, ...settings } = plan.data;
  const files = readSourceFiles(named, importFormats[plan.data.format].extensions);
  const hash = hashSources(files, settings);
  const identity = { name, hash, foldCount: plan.folds, seed };
  options.onRead(hash);
  if (plan.kind === 'classification') {
    const { examples, problems } = loadExamples(workspace, 'labelled-notes', {
      name,
      hash,
      files,
      read: () => readNotes(files, plan),
      labelsOf: (note) => [note.label],
    });
    return buildClassification(examples, { ...identity, problems });
  }
  const { examples, problems } = loadExamples(workspace, 'tagged-sentences', {
    name,
    hash,
    files,
    read: () => readSentences(files, plan),
    labelsOf: ({ tags }) => tags.filter((tag) => tag.startsWith('B-')).map((tag) => tag.slice(2)),
  });
  const ungrouped = () => examples.map((sentence) => ({ ...sentence, groupId: null }));
  return buildEntities(plan.groupByDocument ? examples : ungrouped(), { ...identity, problems });
}

function loadExamples<Kind extends DatasetKind>(
  workspace: Workspace,
  kind: Kind,
  source: {
    name: string;
    hash: string;
    files: readonly SourceFile[];
    read: () => ImportResult<DatasetExamples[Kind]>;
    labelsOf: (example: DatasetExamples[Kind]) => readonly string[];
  },
): { examples: DatasetExamples[Kind][]; problems: ProblemSummary } {
  const known = workspace.datasets.findByHash(source.hash);
  if (known?.kind === kind) {
    const { problems } = known.statistics as DatasetRecord;
    return { examples: [...workspace.datasets.examples(known.id, kind)], problems };
  }
  const { items, problems } = source.read();
  const labels = countLabels(items.flatMap(source.labelsOf));
  const remarks = remarkAlikeLabels(labels, nameFiles(source.files));
  // First, because only the first problems are kept in full.
  const record: DatasetRecord = {
    problems: summariseProblems([...remarks, ...problems]),
    labels,
    groupedCount: items.filter(({ groupId }) => groupId !== null).length,
  };
  workspace.datasets.put({
    name: source.name,
    kind,
    sourceHash: source.hash,
    examples: items,
    statistics: () => record,
  });
  return { examples: [...items], problems: record.problems };
}

function nameFiles(files: readonly SourceFile[]): string {
  const [first] = files.map(({ name }) => name);
  return files.length > 1 ? `${first} and ${files.length - 1} more` : first;
}

function countLabels(labels: readonly string[]): DatasetRecord['labels'] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
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
  return join(files.map((file) => readLabelledCsv(file.bytes, file.name, options)));
}

function readSentences(
  files: readonly SourceFile[],
  plan: EntitiesPlan,
): ImportResult<TaggedSentence> {
  const { data } = plan;
  if (data.format === 'bio') {
    const { tagColumn } = data;
    const options = { ...(tagColumn === undefined ? {} : { tagColumn }), ...encodingOf(plan) };
    return join(files.map((file) => readBioColumns(file.bytes, file.name, options)));
  }
  const named = files.map(({ name, bytes }) => ({ file: name, bytes }));
  const documents = readBrat(named, encodingOf(plan));
  const sentences = join(documents.items.map((document) => tagSentences(document)));
  return {
    items: sentences.items,
    problems: [...documents.problems, ...sentences.problems],
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
