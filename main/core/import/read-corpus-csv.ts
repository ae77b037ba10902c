import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { TextDocument } from '#core/domain/text.ts';
import type { CsvSeparator } from './detect-separator.ts';
import { type PieceReader, readAtOnce, type SourceText } from './piece-reader.ts';
import { createCsvTableReader, type CsvRow } from './read-csv-table.ts';
import type { TextEncoding } from './text-encoding.ts';

interface CorpusCsvForm {
  /** Name of the column that holds the text. */
  readonly textColumn: string;
  readonly separator?: CsvSeparator;
  /** In UTF-16 units; for tests. */
  readonly longestRecord?: number;
}

export interface CorpusCsvOptions extends CorpusCsvForm {
  readonly encoding?: TextEncoding;
}

/**
 * Reads unlabelled text from one column of a CSV file with a header, piece by piece; ids are
 * "file:line". No more than a piece and a row that it does not complete is held.
 */
export function createCorpusCsvReader(
  source: SourceText,
  { textColumn, ...form }: CorpusCsvForm,
): PieceReader<TextDocument> {
  const { file } = source;
  const table = createCsvTableReader(source, { ...form, columns: [textColumn] });

  function toDocuments(rows: ImportResult<CsvRow>): ImportResult<TextDocument> {
    const problems: ImportProblem[] = [...rows.problems];
    const items: TextDocument[] = [];
    for (const { line, values } of rows.items) {
      const text = values.get(textColumn) ?? '';
      if (text.trim() === '') {
        const detail = 'The row has no text.';
        problems.push({ file, line, rule: 'row-text-empty', action: 'left-out', detail });
      } else items.push({ id: `${file}:${line}`, source: file, text });
    }
    return { items, problems: problems.sort((a, b) => a.line - b.line) };
  }

  return {
    read: (piece) => toDocuments(table.read(piece)),
    finish: () => toDocuments(table.finish()),
  };
}

/** Reads a file whose bytes are all at hand, as `createCorpusCsvReader` does. */
export function readCorpusCsv(
  bytes: Uint8Array,
  file: string,
  { encoding, ...form }: CorpusCsvOptions,
): ImportResult<TextDocument> {
  const source = { file, ...(encoding === undefined ? {} : { encoding }) };
  return readAtOnce(bytes, source, (text) => createCorpusCsvReader(text, form));
}
