import type { ImportProblem, ImportResult, ImportRule } from '#core/domain/import-report.ts';
import type { LabelledNote } from '#core/domain/text.ts';
import type { TextEncoding } from './text-encoding.ts';
import type { CsvSeparator } from './detect-separator.ts';
import { type CsvRow, readCsvTable } from './read-csv-table.ts';

/** Which column holds what, by the names in the header. */
interface LabelledCsvColumns {
  readonly text: string;
  readonly label: string;
  readonly id?: string;
  /** What must not be split between train and test, usually the patient. */
  readonly group?: string;
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
  const { columns, ...tableOptions } = options;
  const names = [columns.text, columns.label, columns.id, columns.group];
  const wanted = names.filter((name) => name !== undefined);
  const table = readCsvTable(bytes, file, { ...tableOptions, columns: [...new Set(wanted)] });
  const problems: ImportProblem[] = [...table.problems];
  const items: LabelledNote[] = [];
  const unnamed = new UnnamedLabels();
  const lineOfId = new Map<string, number>();
  const texts: { line: number; text: string }[] = [];

  function leaveOut(line: number, rule: ImportRule, detail: string, label?: string): void {
    const problem = { file, line, rule, action: 'left-out', detail } as const;
    problems.push(label === undefined ? problem : { ...problem, label });
  }
  function repair(line: number, rule: ImportRule, detail: string): void {
    problems.push({ file, line, rule, action: 'repaired', detail });
  }

  for (const row of table.items) {
    const { line } = row;
    const text = cell(row, columns.text) ?? '';
    const label = (cell(row, columns.label) ?? '').trim();
    const givenId = cell(row, columns.id)?.trim();
    const group = cell(row, columns.group)?.trim();
    const id = givenId || `${file}:${line}`;
    const earlier = lineOfId.get(id);
    const isName = label.length <= longestLabel && !/[\n\r]/.test(label);
    if (text.trim() === '') {
      const known = label !== '' && isName ? label : undefined;
      leaveOut(line, 'row-text-empty', 'The row has no text.', known);
    } else if (label === '') leaveOut(line, 'row-label-empty', 'The row has no label.');
    else if (!isName) {
      const detail = `The label is a text of ${label.length} characters: look whether the label column is the right one.`;
      leaveOut(line, 'row-label-text', detail, unnamed.name(label));
    } else if (earlier !== undefined) {
      const detail = `The row has the same id as the row on line ${earlier}.`;
      leaveOut(line, 'row-id-duplicate', detail, label);
    } else {
      if (givenId === '') repair(line, 'row-id-empty', 'The row has no id and got its line as id.');
      if (group === '') {
        repair(line, 'row-group-empty', 'The row names no group and stands for itself.');
      }
      lineOfId.set(id, line);
      texts.push({ line, text: text.trim() });
      items.push({ id, text, label, groupId: group || null });
    }
  }
  for (const problem of reportDuplicates(texts, file)) problems.push(problem);
  return { items, problems: problems.sort((a, b) => a.line - b.line) };
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

function reportDuplicates(
  texts: readonly { readonly line: number; readonly text: string }[],
  file: string,
): ImportProblem[] {
  const seen = new Set<string>();
  const repeated = texts.filter(({ text }) => seen.size === seen.add(text).size);
  if (repeated.length === 0) return [];
  const detail = `${repeated.length} notes, the first on this line, have the text of an earlier one.`;
  const rule = 'row-text-duplicate';
  return [{ file, line: repeated[0].line, rule, action: 'kept', detail }];
}
