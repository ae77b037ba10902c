import { strToU8, Zip, ZipDeflate } from 'fflate';

import type { SourceDocument } from '#core/domain/document.ts';
import { createLossCounter } from './count-losses.ts';
import { type DocumentWriter, noBytes } from './document-writer.ts';
import { countHiddenColumns, tableColumns, tableFacts, tableRow } from './table-rows.ts';

/** The most characters that a cell of Excel holds. */
const longestCell = 32_767;
/** The most rows of a sheet, its header included. */
const mostRows = 1_048_576;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Characters that XML cannot hold, or would change, stand as Excel writes them; so does what looks so. */
function escapeText(text: string): string {
  return text
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\0-\x08\v\f\r\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Cut to what a cell holds, and never inside of a character. */
function cut(text: string): string {
  if (text.length <= longestCell) return text;
  const isPair = /[\ud800-\udbff]/.test(text[longestCell - 1]);
  return text.slice(0, isPair ? longestCell - 1 : longestCell);
}

/** A text is a text whatever it begins with: no value becomes a formula. */
function toCell(value: string): string {
  if (value === '') return '<c/>';
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeText(cut(value))}</t></is></c>`;
}

const toRow = (cells: readonly string[]) => `<row>${cells.map(toCell).join('')}</row>`;

function* sheet(header: readonly string[], rows: Iterable<readonly string[]>): Generator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetData>${toRow(header)}`;
  for (const row of rows) yield toRow(row);
  yield '</sheetData></worksheet>';
}

/** What a workbook has beside its sheets. */
function frame(sheetCount: number): Readonly<Record<string, string>> {
  const numbers = Array.from({ length: sheetCount }, (_, index) => index + 1);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = numbers.map(
    (at) =>
      `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  const sheets = numbers.map(
    (at) => `<sheet name="documents${at === 1 ? '' : ` ${at}`}" sheetId="${at}" r:id="rId${at}"/>`,
  );
  const links = numbers.map(
    (at) =>
      `<Relationship Id="rId${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${parts.join('')}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packageRelations}">${links.join('')}</Relationships>`,
  };
}

/** The files of a ZIP archive, each from its pieces, as they are compressed. */
function* zipPieces(files: Iterable<readonly [string, Iterable<string>]>): Generator<Uint8Array> {
  let found: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error !== null) throw error;
    found.push(bytes);
  });
  for (const [path, pieces] of files) {
    const file = new ZipDeflate(path);
    // The same documents give the same bytes.
    file.mtime = new Date(1980, 0, 1);
    archive.add(file);
    for (const piece of pieces) {
      file.push(strToU8(piece), false);
      yield noBytes;
      yield* found;
      found = [];
    }
    file.push(new Uint8Array(0), true);
  }
  archive.end();
  yield* found;
}

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
      function* files(): Generator<readonly [string, Iterable<string>]> {
        for (const [path, text] of Object.entries(frame(sheetCount))) yield [path, [text]];
        for (let at = 0; at < sheetCount; at++) {
          yield [`xl/worksheets/sheet${at + 1}.xml`, sheet(columns, rowsOfSheet())];
        }
      }
      yield* zipPieces(files());
    }
    return [{ name: 'documents.xlsx', pieces }];
  },
};

/** Whether a cell of it is longer than Excel's. */
function isCut(document: SourceDocument): boolean {
  const header = [...tableFacts, ...Object.keys(document.columns), 'text'];
  return tableRow(document, header).some(({ length }) => length > longestCell);
}
