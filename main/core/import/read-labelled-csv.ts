import type { ImportResult, ImportRule } from '#core/domain/import-report.ts';
import type { LabelledNote, MultiLabelNote } from '#core/domain/text.ts';
import type { TextEncoding } from './text-encoding.ts';
import type { CsvSeparator } from './detect-separator.ts';
import { collectReading, type Report } from './collect-reading.ts';
import { piecesOf } from './decode-text.ts';
import { createTextExaminer } from './examine-text.ts';
import { createCsvTableReader, type CsvRow } from './read-csv-table.ts';
import { RepeatedTexts } from './repeated-texts.ts';

/** Which column holds what, by the names in the header. */
interface LabelledCsvColumns {
  readonly text: string;
  readonly label: string;
  readonly id?: string;
  /** What must not be split between train and test, usually the patient. */
  readonly group?: string;
}

/** How several labels stand in one cell. */
export interface LabelCells {
  readonly separator: string;
  /** Whether a cell without any is a note to which none applies; else its row is left out. */
  readonly keepsUnlabelled: boolean;
}

export interface LabelledCsvOptions {
  readonly columns: LabelledCsvColumns;
  readonly separator?: CsvSeparator;
  readonly encoding?: TextEncoding;
}

/** Names of classes reach tables, reports and errors, where no text of a note may be. */
const longestLabel = 100;

/** Reads a cell; an absent column reads as null. */
function cell(row: CsvRow, column: string | undefined): string | null {
  return column === undefined ? null : (row.values.get(column) ?? '');
}

/** The labels of a cell, each once; sorted where there may be several. */
function readLabels(cell: string, cells: LabelCells | null): string[] {
  const parts = cells === null ? [cell] : cell.split(cells.separator);
  const labels = parts.map((part) => part.trim()).filter((part) => part !== '');
  return cells === null ? labels : [...new Set(labels)].sort();
}

/** The rows of a table whose bytes are all at hand, as many at a time as a piece completes. */
function* streamRows(
  bytes: Uint8Array,
  file: string,
  { columns, encoding, separator }: LabelledCsvOptions,
): Generator<ImportResult<CsvRow>> {
  const examiner = createTextExaminer(file, encoding);
  for (const piece of piecesOf(bytes)) examiner.add(piece);
  const names = [columns.text, columns.label, columns.id, columns.group];
  const wanted = [...new Set(names.filter((name) => name !== undefined))];
  const form = { columns: wanted, ...(separator === undefined ? {} : { separator }) };
  const reader = createCsvTableReader({ file, examined: examiner.finish() }, form);
  for (const piece of piecesOf(bytes)) yield reader.read(piece);
  yield reader.finish();
}

/** Notes one by one: of the file no more is held than its bytes and some bytes per note. */
export function* streamLabelledCsv(
  bytes: Uint8Array,
  file: string,
  options: LabelledCsvOptions,
  report: Report,
): Generator<LabelledNote> {
  for (const { labels, ...note } of streamNotes({ bytes, file, cells: null }, options, report)) {
    yield { ...note, label: labels[0] };
  }
}

/** The same of notes with several labels in a cell, each once, in alphabetical order. */
export function streamMultiLabelCsv(
  bytes: Uint8Array,
  file: string,
  { cells, ...options }: LabelledCsvOptions & { readonly cells: LabelCells },
  report: Report,
): Generator<MultiLabelNote> {
  return streamNotes({ bytes, file, cells }, options, report);
}

function* streamNotes(
  {
    bytes,
    file,
    cells,
  }: {
    readonly bytes: Uint8Array;
    readonly file: string;
    /** Null where a cell is one label. */
    readonly cells: LabelCells | null;
  },
  options: LabelledCsvOptions,
  report: Report,
): Generator<MultiLabelNote> {
  const { columns } = options;
  const unnamed = new UnnamedLabels();
  const lineOfId = new Map<string, number>();
  const repeats = new RepeatedTexts();

  function leaveOut(line: number, rule: ImportRule, detail: string, label?: string): void {
    const problem = { file, line, rule, action: 'left-out', detail } as const;
    report(label === undefined ? problem : { ...problem, label });
  }
  function repair(line: number, rule: ImportRule, detail: string): void {
    report({ file, line, rule, action: 'repaired', detail });
  }
  /** The note of a row; null where it is left out. */
  function readNote(row: CsvRow): MultiLabelNote | null {
    const { line } = row;
    const text = cell(row, columns.text) ?? '';
    const labels = readLabels(cell(row, columns.label) ?? '', cells);
    const wrong = labels.find((label) => label.length > longestLabel || /[\n\r]/.test(label));
    const [label] = labels as (string | undefined)[];
    const givenId = cell(row, columns.id)?.trim();
    const group = cell(row, columns.group)?.trim();
    const id = givenId || `${file}:${line}`;
    const earlier = lineOfId.get(id);
    if (text.trim() === '') {
      leaveOut(
        line,
        'row-text-empty',
        'The row has no text.',
        wrong === undefined ? label : undefined,
      );
    } else if (label === undefined && cells?.keepsUnlabelled !== true) {
      leaveOut(line, 'row-label-empty', 'The row has no label.');
    } else if (wrong !== undefined) {
      const detail = `The label is a text of ${wrong.length} characters: look whether the label column is the right one.`;
      leaveOut(line, 'row-label-text', detail, unnamed.name(wrong));
    } else if (earlier !== undefined) {
      const detail = `The row has the same id as the row on line ${earlier}.`;
      leaveOut(line, 'row-id-duplicate', detail, label);
    } else {
      if (givenId === '') repair(line, 'row-id-empty', 'The row has no id and got its line as id.');
      if (group === '') {
        repair(line, 'row-group-empty', 'The row names no group and stands for itself.');
      }
      // Without a column of ids none is there twice.
      if (givenId !== undefined) lineOfId.set(id, line);
      repeats.add(text.trim(), line);
      return { id, text, labels, groupId: group || null };
    }
    return null;
  }

  for (const { items, problems } of streamRows(bytes, file, options)) {
    for (const problem of problems) report(problem);
    for (const row of items) {
      const note = readNote(row);
      if (note !== null) yield note;
    }
  }
  if (repeats.firstLine === null) return;
  const detail = `${repeats.count} notes, the first on this line, have the text of an earlier one.`;
  const line = repeats.firstLine;
  report({ file, line, rule: 'row-text-duplicate', action: 'kept', detail });
}

/**
 * Calls labels that may be texts of notes by their length, and tells those of one length apart, so
 * that it is seen when rows of a whole class are among them.
 */
class UnnamedLabels {
  readonly #ofLength = new Map<number, Map<string, number>>();

  name(label: string): string {
    const alike = this.#ofLength.get(label.length) ?? new Map<string, number>();
    const place = alike.get(label) ?? alike.size + 1;
    this.#ofLength.set(label.length, alike.set(label, place));
    return `a label of ${label.length} characters${place > 1 ? `, no. ${place}` : ''}`;
  }
}

/**
 * Reads notes with a class from a CSV file with a header. A row without text or label, with a text
 * as label, a wrong number of columns or an id already seen is reported and left out. Labels, ids and groups
 * are trimmed, texts are kept as they are (line breaks as LF). Without an id column, or without an
 * id, a note is named "file:line".
 */
export function readLabelledCsv(
  bytes: Uint8Array,
  file: string,
  options: LabelledCsvOptions,
): ImportResult<LabelledNote> {
  return collectReading((report) => streamLabelledCsv(bytes, file, options, report));
}
