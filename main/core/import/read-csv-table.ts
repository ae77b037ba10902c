import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import { createDetectingParser } from './begin-csv.ts';
import { type CsvSeparator, findColumn } from './detect-separator.ts';
import { type CsvRecord, type ParsedCsv, defaultLongestRecord } from './parse-csv.ts';
import { createTextPieces, type PieceReader, type SourceText } from './piece-reader.ts';

/** How a table is found in a text. */
interface CsvTableForm {
  /** Names of the columns wanted, as in the header. */
  readonly columns: readonly string[];
  /** Detected from the header unless given. */
  readonly separator?: CsvSeparator;
  /** In UTF-16 units; for tests. */
  readonly longestRecord?: number;
}

/** One row, reduced to the columns wanted. */
export interface CsvRow {
  /** 1-based line on which the row begins. */
  readonly line: number;
  /** Column name → value. */
  readonly values: ReadonlyMap<string, string>;
}

interface CsvHeader {
  readonly width: number;
  /** Where the columns wanted are; null where one is missing. */
  readonly indices: readonly { readonly name: string; readonly index: number }[] | null;
  /** What is missing, until it was said. */
  readonly problems: ImportProblem[];
}

function readHeader(
  { line, fields }: CsvRecord,
  columns: readonly string[],
  file: string,
): CsvHeader {
  const width = fields.length;
  const indices = columns.map((name) => ({ name, index: findColumn(fields, name) }));
  // The header is not quoted: where it was forgotten, it is a note.
  const missing = indices.filter(({ index }) => index === -1).map(({ name }) => `"${name}"`);
  if (missing.length === 0) return { width, indices, problems: [] };
  const detail = `The header has ${width} columns, but none named ${missing.join(' or ')}.`;
  const problem = { file, line, rule: 'file-column-missing', action: 'left-out', detail } as const;
  return { width, indices: null, problems: [problem] };
}

function emptyFile(file: string, hasHeader: boolean): ImportProblem {
  const detail = `The file holds ${hasHeader ? 'a header but no rows' : 'no header and no rows'}.`;
  return { file, line: 1, rule: 'file-empty', action: 'left-out', detail };
}

function selectColumns(
  records: readonly CsvRecord[],
  { width, indices }: CsvHeader,
  file: string,
): ImportResult<CsvRow> {
  const items: CsvRow[] = [];
  const problems: ImportProblem[] = [];
  if (indices === null) return { items, problems };
  for (const { line, fields } of records) {
    if (fields.length === width) {
      const values = new Map(indices.map(({ name, index }) => [name, fields[index]]));
      items.push({ line, values });
    } else {
      const detail = `The row has ${fields.length} columns, the header ${width}.`;
      problems.push({ file, line, rule: 'row-column-count', action: 'left-out', detail });
    }
  }
  return { items, problems };
}

/**
 * Reads columns of a CSV file with a header, given by name, piece by piece. Separator and encoding
 * are detected unless given. Broken rows are reported and left out; problems come in the order of
 * their lines. Never throws.
 */
export function createCsvTableReader(
  { file, examined }: SourceText,
  { longestRecord = defaultLongestRecord, ...form }: CsvTableForm,
): PieceReader<CsvRow> {
  const pieces = createTextPieces(examined);
  const { textLength } = examined;
  const parser = createDetectingParser({ ...form, file, textLength, longestRecord });
  const noRows: ImportResult<CsvRow> = { items: [], problems: [] };
  let header: CsvHeader | null = null;
  /** A file of which nothing is left out has a header and rows, or is said to be empty. */
  let isAccountedFor = examined.problems.some(({ action }) => action === 'left-out');
  /** Problems of lines that were not reached yet. */
  let ahead = [...examined.problems];

  /** Those of the lines before `line`, in order. */
  function takeProblems(found: readonly ImportProblem[], line: number): ImportProblem[] {
    const all = [...ahead, ...found].sort((a, b) => a.line - b.line);
    ahead = all.filter((problem) => problem.line >= line);
    return all.filter((problem) => problem.line < line);
  }

  function toResult({ records, problems }: ParsedCsv, isLast: boolean): ImportResult<CsvRow> {
    const isBegin = header === null && records.length > 0;
    if (isBegin) header = readHeader(records[0], form.columns, file);
    const rows = isBegin ? records.slice(1) : records;
    const selected = header === null ? noRows : selectColumns(rows, header, file);
    const found = [...problems, ...selected.problems];
    isAccountedFor ||= rows.length > 0 || problems.length > 0;
    if (isAccountedFor && header !== null) {
      for (const problem of header.problems.splice(0)) found.push(problem);
    }
    if (!isAccountedFor && isLast) found.push(emptyFile(file, header !== null));
    const line = isLast ? Infinity : isAccountedFor ? parser.line : 0;
    return { items: selected.items, problems: takeProblems(found, line) };
  }

  return {
    read: (piece) => toResult(parser.push(pieces.read(piece)), false),
    finish() {
      const most = toResult(parser.push(pieces.finish()), false);
      const last = toResult(parser.finish(), true);
      return {
        items: [...most.items, ...last.items],
        problems: [...most.problems, ...last.problems],
      };
    },
  };
}
