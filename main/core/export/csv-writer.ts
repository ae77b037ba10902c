import { createLossCounter } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';
import { countHiddenColumns, tableColumns, tableRow } from './table-rows.ts';

/** RFC 4180: quoted where a separator, a quote or a line break stands in it. */
function toCell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A table with a header: facts and classes of each document, its further columns, its text. */
export const csvWriter: DocumentWriter = {
  description: 'A table separated by commas, in UTF-8: facts, classes, further columns and text.',
  passes: 2,
  countLosses: () =>
    createLossCounter(['spans', 'carried', 'columns', 'origins'], { columns: countHiddenColumns }),
  write(documents) {
    const encoder = new TextEncoder();
    const toRow = (cells: readonly string[]) =>
      encoder.encode(`${cells.map(toCell).join(',')}\r\n`);
    return [
      {
        name: 'documents.csv',
        *pieces() {
          const { columns } = yield* tableColumns(documents);
          yield toRow(columns);
          for (const document of documents) yield toRow(tableRow(document, columns));
        },
      },
    ];
  },
};
