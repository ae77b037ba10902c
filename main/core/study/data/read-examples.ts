import { tagSentences } from '#core/corpus/tag-sentences.ts';
import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import type { Report } from '#core/import/collect-reading.ts';
import { streamBioColumns } from '#core/import/read-bio-columns.ts';
import { streamBrat } from '#core/import/read-brat.ts';
import { streamLabelledCsv, streamMultiLabelCsv } from '#core/import/read-labelled-csv.ts';
import { RepeatedTexts } from '#core/import/repeated-texts.ts';
import type { TextEncoding } from '#core/import/text-encoding.ts';
import type { LockedTally } from '#core/collection/locked-texts.ts';
import { isOfFile, nothingLeft, whyRowsAreGone } from '#core/collection/emptied-files.ts';
import type { SourceFile } from '#core/collection/files/source-files.ts';
import type { ClassificationPlan, EntitiesPlan, MultiLabelPlan } from '../plan/plan-schema.ts';
import type { FileTask, OfFiles } from './file-task.ts';
import type { LabelChooser } from './choose-labels.ts';
import { RepeatsAcrossFiles } from './repeats-across-files.ts';

/** What chooses among that which files hold, and what is told of it. */
interface Reading {
  readonly chooser: LabelChooser;
  readonly report: Report;
  /** Of what locked test sets keep out. */
  readonly met: LockedTally;
}

/** The notes of all files one by one, with the classes that the plan chooses. */
export function* readNotes(
  files: readonly SourceFile[],
  plan: OfFiles<ClassificationPlan>,
  reading: Reading,
): Generator<LabelledNote> {
  const { chooser } = reading;
  const options = { columns: columnsOf(plan.data), ...encodingOf(plan) };
  const stream = ({ name, bytes }: SourceFile, told: Report) =>
    streamLabelledCsv(bytes, name, options, told);
  for (const note of readTables(files, stream, reading)) {
    const label = chooser.choose(note.label);
    if (label !== null) yield { ...note, label };
  }
}

/** The same of notes that may have several labels: those that the plan leaves out are not theirs. */
export function* readLabelSets(
  files: readonly SourceFile[],
  plan: OfFiles<MultiLabelPlan>,
  reading: Reading,
): Generator<MultiLabelNote> {
  const { labelSeparator: separator } = plan.data;
  const cells = { separator, keepsUnlabelled: plan.unlabelled === 'no-label' };
  const options = { columns: columnsOf(plan.data), cells, ...encodingOf(plan) };
  const stream = ({ name, bytes }: SourceFile, told: Report) =>
    streamMultiLabelCsv(bytes, name, options, told);
  for (const note of readTables(files, stream, reading)) {
    yield { ...note, labels: reading.chooser.chooseAll(note.labels) };
  }
}

function columnsOf({
  textColumn,
  labelColumn,
  idColumn,
  groupColumn,
}: OfFiles<ClassificationPlan | MultiLabelPlan>['data']) {
  return {
    text: textColumn,
    label: labelColumn,
    ...(idColumn === undefined ? {} : { id: idColumn }),
    ...(groupColumn === undefined ? {} : { group: groupColumn }),
  };
}

/** The notes of all tables as they are, without what is locked. */
function* readTables<Note extends Pick<LabelledNote, 'id' | 'text' | 'groupId'>>(
  files: readonly SourceFile[],
  stream: (file: SourceFile, told: Report) => Iterable<Note>,
  { chooser, report, met }: Reading,
): Generator<Note> {
  const texts = new RepeatsAcrossFiles(files.length);
  const ids = new RepeatsAcrossFiles(files.length);
  for (const each of files) {
    const { name } = each;
    texts.beginFile();
    ids.beginFile();
    const left = watchRows(name, report);
    const told = (problem: ImportProblem) => {
      left.tell(chooser.nameProblem(problem));
    };
    for (const note of stream(each, told)) {
      left.noteCount++;
      if (!met.admits({ text: note.text, patient: note.groupId })) continue;
      texts.add(note.text.trim());
      ids.add(note.id);
      yield note;
    }
    left.finish();
    const source = { file: name, line: 1, action: 'kept' } as const;
    if (texts.count > 0) {
      const detail = `${texts.count} notes have the text of a note of an earlier file.`;
      report({ ...source, rule: 'row-text-duplicate', detail });
    }
    if (ids.count > 0) {
      const detail = `${ids.count} notes have the id of a note of an earlier file: look whether they are the same notes.`;
      report({ ...source, rule: 'row-id-repeated', detail });
    }
  }
}

/** Says of a table that gave nothing, row by row, that it did; one left out as a whole is named so. */
function watchRows(file: string, report: Report) {
  let lost = 0;
  let isLost = false;
  return {
    noteCount: 0,
    tell(problem: ImportProblem): void {
      if (isOfFile(problem)) isLost = true;
      else if (problem.action === 'left-out') lost++;
      report(problem);
    },
    finish(): void {
      if (this.noteCount === 0 && !isLost) report(nothingLeft(file, whyRowsAreGone(lost)));
    },
  };
}

/** The sentences of all files one by one, with the types that the plan chooses. */
export function readSentences(
  files: readonly SourceFile[],
  plan: OfFiles<EntitiesPlan>,
  reading: Reading,
): Generator<TaggedSentence> {
  return plan.data.format === 'bio'
    ? readColumns(files, { ...plan.data, ...encodingOf(plan) }, reading)
    : readDocuments(files, encodingOf(plan), reading);
}

/** Sentences of one document pass together or not at all, those of none one by one. */
function* admitSentences(
  sentences: Iterable<TaggedSentence>,
  met: LockedTally,
): Generator<TaggedSentence> {
  let held: TaggedSentence[] = [];
  const admitted = () => {
    const together = held;
    held = [];
    const text = together.map((sentence) => sentence.text).join('\n');
    return met.admits({ text }, together.length) ? together : [];
  };
  for (const sentence of sentences) {
    const continues = sentence.groupId !== null && sentence.groupId === held.at(0)?.groupId;
    if (!continues) yield* admitted();
    held.push(sentence);
  }
  yield* admitted();
}

function* readColumns(
  files: readonly SourceFile[],
  {
    tagColumn,
    wordColumn,
    encoding,
  }: Pick<
    Extract<EntitiesPlan['data'], { format: 'bio' }>,
    'tagColumn' | 'wordColumn' | 'encoding'
  >,
  { chooser, report, met }: Reading,
): Generator<TaggedSentence> {
  const options = {
    ...(tagColumn === undefined ? {} : { tagColumn }),
    ...(wordColumn === undefined ? {} : { wordColumn }),
    ...(encoding === undefined ? {} : { encoding }),
  };
  const texts = new RepeatsAcrossFiles(files.length);
  const told = (problem: ImportProblem) => {
    report(chooser.nameProblem(problem));
  };
  for (const { name: file, bytes } of files) {
    texts.beginFile();
    for (const sentence of admitSentences(streamBioColumns(bytes, file, options, told), met)) {
      texts.add(sentence.text);
      yield { ...sentence, tags: chooser.chooseTags(sentence.tags) };
    }
    if (texts.count === 0) continue;
    const detail = `${texts.count} sentences repeat sentences of earlier files word for word.`;
    report({ file, line: 1, rule: 'bio-sentence-duplicate', action: 'kept', detail });
  }
}

function* readDocuments(
  files: readonly SourceFile[],
  encoding: { readonly encoding?: TextEncoding },
  { chooser, report, met }: Reading,
): Generator<TaggedSentence> {
  const named = files.map(({ name, bytes }) => ({ file: name, bytes }));
  const nameType = (type: string) => chooser.choose(type);
  const repeats = new RepeatedTexts();
  let firstRepeated: string | null = null;
  for (const document of streamBrat(named, { ...encoding, nameType }, report)) {
    if (!met.admits({ text: document.text })) continue;
    repeats.add(document.text.trim(), 1);
    if (repeats.count > 0) firstRepeated ??= document.file ?? document.id;
    const { items, problems } = tagSentences(document);
    for (const problem of problems) report(problem);
    yield* items;
  }
  if (firstRepeated === null) return;
  const detail = `${repeats.count} documents, this the first, have the text of an earlier one.`;
  const rule = 'brat-document-duplicate';
  report({ file: firstRepeated, line: 1, rule, action: 'kept', detail });
}

function encodingOf({ data: { encoding } }: FileTask): { readonly encoding?: TextEncoding } {
  return encoding === undefined ? {} : { encoding };
}
