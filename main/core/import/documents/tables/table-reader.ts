import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import { nameInput } from '../name-input.ts';
import { createProblemList } from '../problem-list.ts';
import { readHeader } from './read-header.ts';
import { createRowReader, type RowReader } from './row-reader.ts';
import type { TableRow, TableSource } from './table.ts';
import { resolveMapping } from './resolve-mapping.ts';

/** Reads the rows of a table as documents, some at a time. The first row is its header. */
export interface TableReader {
  read(rows: readonly TableRow[], problems: readonly ImportProblem[]): ImportResult<SourceDocument>;
  finish(): ImportResult<SourceDocument>;
}

/** What is looked at before the first document is read: rows, and characters of them. */
const headRows = 1000;
const headLength = 2 ** 22;

/** How many rows at the start of a sheet are looked at to find its header. */
const titleRows = 20;

const filledOf = ({ cells }: TableRow) => cells.filter((cell) => cell.trim() !== '').length;

/** Rows above the header, such as a title: those with less than half of the cells of the widest. */
function countTitleRows(rows: readonly TableRow[]): number {
  const counts = rows.slice(0, titleRows).map(filledOf);
  const widest = counts.reduce((most, count) => Math.max(most, count), 0);
  const header = counts.findIndex((count) => count * 2 >= widest);
  return Math.max(0, header);
}

/** The header of a sheet, as wide as the widest of its first rows; undefined without one. */
function widen(rows: readonly TableRow[]): TableRow | undefined {
  if (rows.length === 0) return undefined;
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const cells = Array.from({ length: width }, (_, index) => rows[0].cells[index] ?? '');
  return { line: rows[0].line, cells };
}

/**
 * A reader of a table. It holds the first rows until it knows what its columns are (unless the
 * options say it) and in which order days and months stand; then rows pass through one by one.
 */
export function createTableReader(source: TableSource): TableReader {
  const { options } = source;
  const file = nameInput(source);
  const told = createProblemList(file, options.limits.problemCount);
  let held: TableRow[] = [];
  let heldLength = 0;
  let hasRows = false;
  let isLeftOut = false;
  let reader: RowReader | null = null;

  /** What can be read once the columns are known; nothing where the table is left out. */
  function begin(): ImportResult<SourceDocument> {
    const titleCount = source.isRagged ? countTitleRows(held) : 0;
    const rows = held.slice(titleCount);
    if (titleCount > 0) {
      const detail = `${titleCount} rows above the header are no rows of the table.`;
      const line = held[0].line;
      told.add([{ file, line, rule: 'table-title-rows', action: 'left-out', detail }]);
    }
    held = [];
    const first = source.isRagged ? widen(rows) : rows[0];
    if (first === undefined) return { items: [], problems: [] };
    const header = readHeader(first, file);
    const head = header.isData ? rows : rows.slice(1);
    const found = resolveMapping(header.names, head, options.mapping, { file, line: first.line });
    hasRows = head.length > 0;
    const problems = [...header.problems];
    const { mapping } = found;
    if (mapping === null) {
      isLeftOut = hasRows;
      return { items: [], problems: hasRows ? [...problems, ...found.problems] : problems };
    }
    reader = createRowReader({ ...source, file, names: header.names, mapping, head });
    const { items, problems: ofRows } = reader.read(head);
    return { items, problems: [...problems, ...found.problems, ...ofRows] };
  }

  function pass(rows: readonly TableRow[], isLast: boolean): ImportResult<SourceDocument> {
    if (isLeftOut) return { items: [], problems: [] };
    if (reader !== null) return reader.read(rows);
    for (const row of rows) {
      held.push(row);
      for (const cell of row.cells) heldLength += cell.length;
    }
    const isEnough = held.length > headRows || heldLength > headLength;
    return isEnough || isLast ? begin() : { items: [], problems: [] };
  }

  let isAccountedFor = false;
  return {
    read(rows, problems) {
      isAccountedFor ||= problems.some(({ action }) => action === 'left-out');
      const result = pass(rows, false);
      told.add(problems);
      told.add(result.problems);
      return { items: result.items, problems: told.take() };
    },
    finish() {
      const rest = pass([], true);
      const problems = [...rest.problems, ...(reader?.finish() ?? [])];
      if (!hasRows && !isAccountedFor) {
        const detail = 'The table has no rows below its header.';
        problems.push({ file, line: 1, rule: 'file-empty', action: 'left-out', detail });
      }
      told.add(problems);
      return { items: rest.items, problems: told.finish() };
    },
  };
}
