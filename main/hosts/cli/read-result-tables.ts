import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import type { ImportRule } from '#core/domain/import-report.ts';
import { createDetectingParser } from '#core/import/begin-csv.ts';
import { defaultLimits } from '#core/import/documents/read-limits.ts';
import { readTablesOfWord } from '#core/import/documents/read-word-tables.ts';
import { readLatexTables } from '#core/report/check/latex/read-latex-tables.ts';
import type { TextTable } from '#core/report/check/read-table.ts';
import { tableOfGrid } from '#core/report/check/table-of-grid.ts';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { say } from '#core/wording/say.ts';

/** A table of results is small; more is another kind of file. */
const mostBytes = 10_000_000;

interface Source {
  readonly path: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly of: TextTable['of'];
}

/**
 * Tables of results from a file: one of CSV in UTF-8, its separator found by itself, or all that a
 * document of LaTeX or Word has. @throws file.unreadable
 */
export function readResultTables(path: string, of: TextTable['of']): TextTable[] {
  const source: Source = { path, file: basename(path), bytes: readBytes(path), of };
  const tables = /\.docx$/i.test(path)
    ? readWord(source)
    : /\.(?:tex|ltx)$/i.test(path)
      ? readLatexTables(readText(source), source)
      : readCsvTable(readText(source), source);
  if (tables.length === 0) throw unreadable(path, say('consistency', 'noTable'));
  return tables;
}

function readWord({ path, file, bytes, of }: Source): TextTable[] {
  const input = { name: file, part: null, byteCount: bytes.length, pieces: () => [bytes] };
  const { tables, problems } = readTablesOfWord(input, {
    ...defaultLimits,
    expandedBytes: 20 * mostBytes,
  });
  // Half a document would agree where the whole one does not.
  if (problems.length > 0) throw unreadable(path, tellProblem(problems[0].rule));
  return tables.flatMap((grid, index) => tableOfGrid(grid, { file, number: index + 1, of }));
}

function tellProblem(rule: ImportRule) {
  if (rule === 'file-password') return say('consistency', 'underPassword');
  if (rule === 'file-other-format') return say('consistency', 'otherDocument');
  return say('consistency', 'damagedDocument', rule);
}

function readCsvTable(text: string, { file, of }: Source): TextTable[] {
  const parser = createDetectingParser({
    file,
    columns: ['model', 'f1', 'precision', 'recall', 'p'],
    textLength: text.length,
    longestRecord: mostBytes,
  });
  const records = [...parser.push(text).records, ...parser.finish().records];
  const [header, ...rows] = records.map(({ fields }) => fields);
  if (header === undefined) return [];
  return [{ name: file, task: '', of, columns: header, rows: rows.map((cells) => ({ cells })) }];
}

function readText({ path, bytes }: Source): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(path, say('consistency', 'otherEncoding'), cause);
  }
}

function readBytes(path: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw unreadable(path, describeSystemError(cause), cause);
  }
  if (bytes.length > mostBytes) throw unreadable(path, say('consistency', 'largerFile'));
  return bytes;
}

function unreadable(
  place: string,
  found: AnamnesisError['told']['found'],
  cause?: unknown,
): AnamnesisError {
  return new AnamnesisError('file.unreadable', {
    expected: say('consistency', 'tablesWanted'),
    found,
    remedy: say('consistency', 'saveTables'),
    place,
    ...(cause === undefined ? {} : { cause }),
  });
}
