import { assert } from '#core/base/assert.ts';
import { zipPieces } from './zip-pieces.ts';

/** The most characters that a cell of Excel holds. */
export const longestCell = 32_767;
/** The most rows of a sheet, its header included. */
export const mostRows = 1_048_576;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text, a number, or nothing. */
export type SheetCell = string | number | null;

export interface Sheet {
  /** Unique in its workbook, at most 31 characters, none of : \\ / ? * [ ]. */
  readonly name: string;
  readonly header: readonly string[];
  /** Taken once. At most `mostRows` with the header. */
  readonly rows: Iterable<readonly SheetCell[]>;
}

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
function toCell(value: SheetCell): string {
  if (value === '' || value === null) return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeText(cut(value))}</t></is></c>`;
}

const toRow = (cells: readonly SheetCell[]) => `<row>${cells.map(toCell).join('')}</row>`;

function* writeSheet({ header, rows }: Sheet): Generator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetData>${toRow(header)}`;
  let count = 1;
  for (const row of rows) {
    assert(++count <= mostRows, 'a sheet has no more rows than Excel reads');
    yield toRow(row);
  }
  yield '</sheetData></worksheet>';
}

/** What a workbook has beside its sheets. */
function frame(names: readonly string[]): Readonly<Record<string, string>> {
  const numbers = names.map((_, index) => index + 1);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = numbers.map(
    (at) =>
      `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${escapeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
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

/** A workbook of Excel with these sheets, as pieces of the file. The same sheets give the same bytes. */
export function* writeWorkbook(sheets: readonly Sheet[]): Generator<Uint8Array> {
  function* files(): Generator<readonly [string, Iterable<string>]> {
    const names = sheets.map(({ name }) => name);
    for (const [path, text] of Object.entries(frame(names))) yield [path, [text]];
    for (const [index, each] of sheets.entries()) {
      yield [`xl/worksheets/sheet${index + 1}.xml`, writeSheet(each)];
    }
  }
  yield* zipPieces(files());
}
