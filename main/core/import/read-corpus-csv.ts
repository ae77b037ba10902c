import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { TextDocument } from '#core/domain/text.ts';
import type { TextEncoding } from './text-encoding.ts';
import { type CsvSeparator, readCsvTable } from './read-csv-table.ts';

export interface CorpusCsvOptions {
  /** Name of the column that holds the text. */
  readonly textColumn: string;
  readonly separator?: CsvSeparator;
  readonly encoding?: TextEncoding;
}

/** Reads unlabelled text from one column of a CSV file with a header; ids are "file:line". */
export function readCorpusCsv(
  bytes: Uint8Array,
  file: string,
  options: CorpusCsvOptions,
): ImportResult<TextDocument> {
  const { textColumn, ...tableOptions } = options;
  const table = readCsvTable(bytes, file, { ...tableOptions, columns: [textColumn] });
  const problems: ImportProblem[] = [...table.problems];
  const items: TextDocument[] = [];
  for (const { line, values } of table.rows) {
    const text = values.get(textColumn) ?? '';
    if (text.trim() === '') {
      const detail = 'The row has no text.';
      problems.push({ file, line, rule: 'row-text-empty', action: 'left-out', detail });
    } else items.push({ id: `${file}:${line}`, source: file, text });
  }
  return { items, problems: problems.sort((a, b) => a.line - b.line) };
}
