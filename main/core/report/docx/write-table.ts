import { escapeXml } from '../escape-xml.ts';
import {
  linesOf,
  type Cell,
  type Column,
  type ReportTable,
  type Row,
} from '../document/report-document.ts';
import { shareWidth } from '../document/share-width.ts';
import { splitWideTable } from '../document/split-wide-table.ts';
import { writeBookmark, writeRuns, type DocxContext } from './write-runs.ts';

/** Between the margins of an upright A4, in twentieths of a point. */
const textWidth = 9638;
const mostNumericColumns = 10;

/** A caption, then a real table whose header repeats on each page, then its notes. */
export function writeTable(table: ReportTable, context: DocxContext): string {
  return splitWideTable(table, mostNumericColumns)
    .map((part) => writePart(part, context))
    .join('');
}

function writePart(table: ReportTable, context: DocxContext): string {
  const { caption, columns, rows, notes } = table;
  const widths = shareWidth(table).map((share) => Math.round(share * textWidth));
  const style = columns.length > 9 ? 'CellTiny' : columns.length > 6 ? 'CellSmall' : 'Cell';
  const cellContext = { ...context, style, columns, widths };
  return [
    `<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr>${writeRuns(caption, context)}</w:p>`,
    '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>',
    `<w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/>`,
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    `<w:tblCaption w:val="${escapeXml(caption)}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    '<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>',
    ...columns.map(({ title }, index) => writeCell(title, { ...cellContext, index })),
    '</w:tr>',
    ...rows.map((row) => writeRow(row, cellContext)),
    '</w:tbl>',
    ...(notes.length === 0 ? ['<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'] : []),
    ...notes.map(
      (note) => `<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>${writeRuns(note, context)}</w:p>`,
    ),
  ].join('');
}

interface CellContext extends DocxContext {
  readonly style: string;
  readonly columns: readonly Column[];
  /** [columns] */
  readonly widths: readonly number[];
}

function writeRow({ cells, id, span = 1 }: Row, context: CellContext): string {
  const merge = span === 0 ? '<w:vMerge/>' : span > 1 ? '<w:vMerge w:val="restart"/>' : undefined;
  const written = cells.map((cell, index) =>
    writeCell(index === 0 && span === 0 ? '' : cell, {
      ...context,
      index,
      ...(index > 0 ? {} : { merge, anchor: id }),
    }),
  );
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${written.join('')}</w:tr>`;
}

function writeCell(
  cell: Cell,
  {
    index,
    merge = '',
    anchor,
    ...context
  }: CellContext & {
    readonly index: number;
    readonly merge?: string | undefined;
    readonly anchor?: string | undefined;
  },
): string {
  const { style, columns, widths } = context;
  const { line, under } = linesOf(cell);
  const aligned = columns[index].numeric === true ? '<w:jc w:val="right"/>' : '';
  const bookmark = anchor === undefined ? '' : writeBookmark(anchor, context);
  const below =
    under === null
      ? ''
      : `<w:p><w:pPr><w:pStyle w:val="CellUnder"/>${aligned}</w:pPr>${writeRuns(under, context)}</w:p>`;
  return [
    `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/>${merge}</w:tcPr>`,
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>${aligned}</w:pPr>${bookmark}${writeRuns(line, context)}</w:p>`,
    `${below}</w:tc>`,
  ].join('');
}
