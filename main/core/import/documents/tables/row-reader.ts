import { type ClassAnnotation, fileOrigin, type SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult, ImportRule } from '#core/domain/import-report.ts';
import type { ColumnMapping } from '../document-format.ts';
import { countGaps } from './count-gaps.ts';
import { type DateOrder, inferDateOrder, readDate } from './read-date.ts';
import { readLanguage } from './read-language.ts';
import type { TableRow, TableSource } from './table.ts';

/** Reads rows as documents, some at a time. */
export interface RowReader {
  read(rows: readonly TableRow[]): ImportResult<SourceDocument>;
  /** What is only known after the last row. */
  finish(): ImportProblem[];
}

export interface RowSource extends TableSource {
  /** As reports show it. */
  readonly file: string;
  readonly names: readonly string[];
  readonly mapping: ColumnMapping;
  /** The first rows, for what is inferred. */
  readonly head: readonly TableRow[];
}

/** Names of classes reach tables, reports and errors, where no text of a note may be. */
const longestLabel = 100;
/** What stands between the classes of a document that has several. */
const labelSeparator = ' | ';

/** A copy that does not keep the text alive from which it was cut. */
function detach(text: string): string {
  return text.length < 13 ? text : new TextDecoder().decode(new TextEncoder().encode(text));
}

/** Decides how the dates of a column are read, and says so where nothing but a rule decides. */
function decideDateOrder({ names, mapping, options, head, file }: RowSource): {
  order: DateOrder;
  problems: ImportProblem[];
} {
  const index = names.indexOf(mapping.date ?? '');
  const cells = head.map((row) => row.cells[index] ?? '');
  const { order, openCount } = index === -1 ? { order: null, openCount: 0 } : inferDateOrder(cells);
  const known = options.dateOrder ?? order;
  if (known !== null || openCount === 0) return { order: known ?? 'day-month-year', problems: [] };
  const detail = `Dates of the first ${head.length} rows could be read with the day or the month first; the day is taken as first. Choose the order if it is another.`;
  const line = head[0]?.line ?? 1;
  const problem = { file, line, rule: 'row-date-order', action: 'kept', detail } as const;
  return { order: 'day-month-year', problems: [problem] };
}

/** A reader of rows by a mapping whose columns the table has. */
export function createRowReader(source: RowSource): RowReader {
  const { names, mapping, file, name, part, isRagged } = source;
  const { limits } = source.options;
  const { order, problems: ofOrder } = decideDateOrder(source);
  const indexOf = (column: string | null) => (column === null ? -1 : names.indexOf(column));
  const text = mapping.text.map(({ column, heading }) => ({ index: indexOf(column), heading }));
  const at = {
    label: indexOf(mapping.label),
    id: indexOf(mapping.id),
    patient: indexOf(mapping.patient),
    date: indexOf(mapping.date),
    language: indexOf(mapping.language),
    kind: indexOf(mapping.kind),
  };
  const mapped = new Set([...text.map(({ index }) => index), ...Object.values(at)]);
  const further = names.flatMap((column, index) => (mapped.has(index) ? [] : [{ column, index }]));
  const ids = new Set<string>();
  const gaps = countGaps(file);
  let documentCount = 0;
  let problems: ImportProblem[] = ofOrder;

  function tell(
    line: number,
    rule: ImportRule,
    action: ImportProblem['action'],
    detail: string,
  ): void {
    problems.push({ file, line, rule, action, detail });
  }

  /** One text: its cells one after another, each below its heading. */
  function textOf(cells: readonly string[]): string {
    if (text.length === 1 && text[0].heading === null) return cells[text[0].index];
    return text
      .filter(({ index }) => cells[index].trim() !== '')
      .map(({ index, heading }) => (heading === null ? '' : `${heading}\n`) + cells[index])
      .join('\n\n');
  }

  /** A cell of a fact without blanks around it; null where there is none. */
  function fact(cells: readonly string[], index: number): string | null {
    return index === -1 ? null : cells[index].trim() || null;
  }

  function idOf(cells: readonly string[], line: number): string {
    const given = fact(cells, at.id);
    if (at.id !== -1) gaps.see('row-id-empty', line, given !== null);
    const id = given ?? `${file}:${line}`;
    if (!ids.has(id)) {
      ids.add(detach(id));
      return id;
    }
    tell(
      line,
      'table-id-repeated',
      'repaired',
      'The row has the id of an earlier row; its line was added.',
    );
    let different = `${id}:${line}`;
    while (ids.has(different)) different += ':2';
    ids.add(different);
    return different;
  }

  function labelsOf(cells: readonly string[], line: number, columns: Record<string, string>) {
    if (at.label === -1) return [];
    const value = fact(cells, at.label);
    gaps.see('row-label-absent', line, value !== null);
    if (value === null) return [];
    const labels = value.split(labelSeparator).map((label) => label.trim());
    if (labels.every((label) => label.length <= longestLabel && !/[\r\n]/.test(label))) {
      return [...new Set(labels)]
        .filter((label) => label !== '')
        .map((label): ClassAnnotation => ({ kind: 'class', label, origin: fileOrigin }));
    }
    columns[names[at.label]] = value;
    const detail = `The label is a text of ${value.length} characters: it is kept as a further column.`;
    tell(line, 'row-label-not-a-name', 'kept', detail);
    return [];
  }

  function dateOf(cells: readonly string[], line: number, columns: Record<string, string>) {
    const value = fact(cells, at.date);
    if (value === null) return null;
    const date = readDate(value, order);
    if (date.iso !== null) {
      if (date.isYearShort) gaps.see('row-date-short-year', line, false);
      return date.iso;
    }
    columns[names[at.date]] = value;
    const what = date.fault === 'impossible' ? 'There is no such day or time' : 'This is no date';
    const detail = `${what}: the document has none, and the cell is kept as a further column.`;
    tell(line, 'row-date-impossible', 'kept', detail);
    return null;
  }

  function languageOf(cells: readonly string[], line: number, columns: Record<string, string>) {
    const value = fact(cells, at.language);
    if (value === null) return null;
    const language = readLanguage(value);
    gaps.see('row-language-unknown', line, language !== null);
    if (language === null) columns[names[at.language]] = value;
    return language;
  }

  /** Cells as many as the header; null where the row has others. */
  function toWidth({ cells, line }: TableRow): readonly string[] | null {
    const { length } = names;
    if (cells.length === length) return cells;
    if (cells.length > length && cells.slice(length).every((cell) => cell.trim() === '')) {
      return cells.slice(0, length);
    }
    if (cells.length < length && isRagged) {
      return [...cells, ...Array.from({ length: length - cells.length }, () => '')];
    }
    const detail = `The row has ${cells.length} columns, the header ${length}.`;
    tell(line, 'row-column-count', 'left-out', detail);
    return null;
  }

  function toDocument(row: TableRow): SourceDocument[] {
    const { line } = row;
    const cells = toWidth(row);
    if (cells === null) return [];
    const content = textOf(cells);
    if (content.trim() === '') {
      tell(line, 'row-text-empty', 'left-out', 'The row has no text.');
      return [];
    }
    if (content.length > limits.documentLength) {
      const detail = `The text has ${content.length} characters; ${limits.documentLength} are read at most as one document.`;
      tell(line, 'document-too-long', 'left-out', detail);
      return [];
    }
    if (++documentCount > limits.documentCount) {
      const detail = `The table has more than ${limits.documentCount} rows, the most that is read of one input.`;
      tell(line, 'input-beyond-limits', 'left-out', detail);
      return [];
    }
    const patient = fact(cells, at.patient);
    if (at.patient !== -1) gaps.see('row-patient-empty', line, patient !== null);
    const columns: Record<string, string> = {};
    for (const { column, index } of further)
      if (cells[index] !== '') columns[column] = cells[index];
    const facts = {
      date: dateOf(cells, line, columns),
      language: languageOf(cells, line, columns),
      kind: fact(cells, at.kind),
      annotations: labelsOf(cells, line, columns),
    };
    const id = idOf(cells, line);
    const place = { file: name, part, line };
    return [{ id, text: content, patient, columns, place, ...facts, carried: null }];
  }

  return {
    read(rows) {
      const items = rows.flatMap(toDocument);
      const found = problems;
      problems = [];
      return { items, problems: found };
    },
    finish: () => gaps.finish(),
  };
}
