import type { ImportProblem } from '#core/domain/import-report.ts';
import { decodeText } from './decode-text.ts';
import { type CsvRecord, parseCsv } from './parse-csv.ts';
import { createCsvScanner } from './scan-csv-record.ts';
import { normaliseLineEndings } from './split-lines.ts';
import type { TextEncoding } from './text-encoding.ts';

export type CsvSeparator = ',' | ';' | '\t';

export interface CsvTableOptions {
  /** Names of the columns wanted, as in the header. */
  readonly columns: readonly string[];
  /** Detected from the header unless given. */
  readonly separator?: CsvSeparator;
  readonly encoding?: TextEncoding;
}

/** One row, reduced to the columns wanted. */
export interface CsvRow {
  /** 1-based line on which the row begins. */
  readonly line: number;
  /** Column name → value. */
  readonly values: ReadonlyMap<string, string>;
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  readonly problems: readonly ImportProblem[];
}

const separators: readonly CsvSeparator[] = [',', ';', '\t'];

/** Index of a column: by its exact name, else regardless of case and surrounding blanks. */
function findColumn(header: readonly string[], name: string): number {
  const exact = header.indexOf(name);
  if (exact !== -1) return exact;
  const folded = name.trim().toLowerCase();
  return header.findIndex((column) => column.trim().toLowerCase() === folded);
}

/** The separator by which the header holds most of the wanted columns, then the most columns. */
function detectSeparator(text: string, columns: readonly string[]): CsvSeparator {
  const start = text.search(/[^\n]/);
  const candidates = separators.map((separator) => {
    const header = createCsvScanner(text, separator)(Math.max(0, start)).fields;
    const found = columns.filter((name) => findColumn(header, name) !== -1).length;
    return { separator, score: found * 1_000_000 + Math.min(header.length, 999_999) };
  });
  return candidates.reduce((best, other) => (other.score > best.score ? other : best)).separator;
}

/** Excel writes its separator as a first line "sep=;": blanked, so that lines keep their numbers. */
function readSeparatorLine(text: string): { text: string; separator?: CsvSeparator } {
  const separator = /^sep=([,;\t])(?=\n|$)/i.exec(text)?.[1] as CsvSeparator | undefined;
  return separator === undefined ? { text } : { text: text.slice('sep=;'.length), separator };
}

function selectColumns(
  records: readonly CsvRecord[],
  columns: readonly string[],
  file: string,
): CsvTable {
  const [header, ...rest] = records;
  const problems: ImportProblem[] = [];
  const width = header.fields.length;
  const indices = columns.map((name) => ({ name, index: findColumn(header.fields, name) }));
  // The header is not quoted: where it was forgotten, it is a note.
  const missing = indices.filter(({ index }) => index === -1).map(({ name }) => `"${name}"`);
  if (missing.length > 0) {
    const detail = `The header has ${width} columns, but none named ${missing.join(' or ')}.`;
    problems.push({
      file,
      line: header.line,
      rule: 'file-column-missing',
      action: 'left-out',
      detail,
    });
    return { rows: [], problems };
  }
  const rows: CsvRow[] = [];
  for (const { line, fields } of rest) {
    if (fields.length === width) {
      rows.push({ line, values: new Map(indices.map(({ name, index }) => [name, fields[index]])) });
    } else {
      const detail = `The row has ${fields.length} columns, the header ${width}.`;
      problems.push({ file, line, rule: 'row-column-count', action: 'left-out', detail });
    }
  }
  return { rows, problems };
}

/**
 * Reads columns of a CSV file with a header, given by name. Separator and encoding are detected
 * unless given. Broken rows are reported and left out; never throws.
 */
export function readCsvTable(bytes: Uint8Array, file: string, options: CsvTableOptions): CsvTable {
  const decoded = decodeText(bytes, file, options.encoding);
  const marked = readSeparatorLine(normaliseLineEndings(decoded.text));
  const separator =
    options.separator ?? marked.separator ?? detectSeparator(marked.text, options.columns);
  const { records, problems: quoteProblems } = parseCsv(marked.text, separator, file);
  const problems = [...decoded.problems, ...quoteProblems];
  if (records.length < 2 && problems.every((problem) => problem.action !== 'left-out')) {
    const detail = `The file holds ${records.length === 0 ? 'no header and no rows' : 'a header but no rows'}.`;
    problems.push({ file, line: 1, rule: 'file-empty', action: 'left-out', detail });
    return { rows: [], problems };
  }
  if (records.length === 0) return { rows: [], problems };
  const selected = selectColumns(records, options.columns, file);
  const byLine = [...problems, ...selected.problems].sort((a, b) => a.line - b.line);
  return { rows: selected.rows, problems: byLine };
}
