import type { SourceDocument } from '#core/domain/document.ts';
import { createLossCounter } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';
import { countHiddenColumns, tableColumns, tableFacts, tableRow } from './table-rows.ts';
import { longestCell, mostRows, writeWorkbook } from './workbook.ts';

/** A workbook of Excel: the table that the CSV writer gives, all of its cells as text. */
export const xlsxWriter: DocumentWriter = {
  description: 'A workbook of Excel: facts, classes, further columns and text, all cells as text.',
  passes: 2,
  countLosses: () =>
    createLossCounter(['spans', 'carried', 'columns', 'origins', 'text-cut'], {
      columns: countHiddenColumns,
      'text-cut': (document) => (isCut(document) ? 1 : 0),
    }),
  write(documents) {
    function* pieces(): Generator<Uint8Array> {
      const { columns, documentCount } = yield* tableColumns(documents);
      const perSheet = mostRows - 1;
      const sheetCount = Math.max(1, Math.ceil(documentCount / perSheet));
      const rest = documents[Symbol.iterator]();
      function* rowsOfSheet(): Generator<string[]> {
        for (let taken = 0; taken < perSheet; taken++) {
          const next = rest.next();
          if (next.done === true) return;
          yield tableRow(next.value, columns);
        }
      }
      yield* writeWorkbook(
        Array.from({ length: sheetCount }, (_, index) => ({
          name: index === 0 ? 'documents' : `documents ${index + 1}`,
          header: columns,
          rows: rowsOfSheet(),
        })),
      );
    }
    return [{ name: 'documents.xlsx', pieces }];
  },
};

/** Whether a cell of it is longer than Excel's. */
function isCut(document: SourceDocument): boolean {
  const header = [...tableFacts, ...Object.keys(document.columns), 'text'];
  return tableRow(document, header).some(({ length }) => length > longestCell);
}
