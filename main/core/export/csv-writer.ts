import { countLosses } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';
import { tableColumns, tableRow } from './table-rows.ts';

/** RFC 4180: quoted where a separator, a quote or a line break stands in it. */
function toCell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A table with a header: facts and classes of each document, its further columns, its text. */
export const csvWriter: DocumentWriter = {
  description: 'A table separated by commas, in UTF-8: facts, classes, further columns and text.',
  losses: (documents) => countLosses(documents, ['spans', 'carried', 'origins']),
  write(documents) {
    const all = [...documents];
    const header = tableColumns(all);
    const encoder = new TextEncoder();
    const toRow = (cells: readonly string[]) =>
      encoder.encode(`${cells.map(toCell).join(',')}\r\n`);
    return [
      {
        name: 'documents.csv',
        *pieces() {
          yield toRow(header);
          for (const document of all) yield toRow(tableRow(document, header));
        },
      },
    ];
  },
};
