import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { createDetectingParser } from '#core/import/begin-csv.ts';
import { readLatexTables } from '#core/report/check/latex/read-latex-tables.ts';
import type { TextTable } from '#core/report/check/read-table.ts';
import { describeSystemError } from '#core/wording/describe-system-error.ts';

/** A table of results is small; more is another kind of file. */
const mostBytes = 10_000_000;

/**
 * Tables of results from a file in UTF-8: one of CSV, its separator found by itself, or all that a
 * LaTeX document has. @throws file.unreadable
 */
export function readResultTables(path: string, of: TextTable['of']): TextTable[] {
  const text = readText(path).replace(/^\ufeff/, '');
  const file = basename(path);
  const tables = /\.(?:tex|ltx)$/i.test(file)
    ? readLatexTables(text, { file, of })
    : readCsvTable(text, { file, of });
  if (tables.length === 0) throw unreadable(path, 'no table');
  return tables;
}

function readCsvTable(
  text: string,
  { file, of }: { readonly file: string; readonly of: TextTable['of'] },
): TextTable[] {
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

function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > mostBytes) throw unreadable(path, `${bytes.length} bytes`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof AnamnesisError) throw cause;
    throw unreadable(
      path,
      cause instanceof TypeError ? 'another encoding' : describeSystemError(cause),
      cause,
    );
  }
}

function unreadable(
  place: string,
  found: AnamnesisError['told']['found'],
  cause?: unknown,
): AnamnesisError {
  return new AnamnesisError('file.unreadable', {
    expected: 'tables of results as CSV or LaTeX in UTF-8, at most 10 MB',
    found,
    remedy: 'Save the table as CSV in UTF-8, with a header that names model, class and metrics.',
    place,
    ...(cause === undefined ? {} : { cause }),
  });
}
