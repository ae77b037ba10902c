import { linesOf, type Cell, type ReportTable, type Row } from '../document/report-document.ts';
import { splitWideTable } from '../document/split-wide-table.ts';
import { literal } from './literal.ts';
import { writeLine } from './write-line.ts';

/** So many columns of numbers fit an upright A4 beside words. */
const mostNumericColumns = 10;
const mostRowsKeptTogether = 14;

/** A table with caption, a header that repeats on each page and its notes below. */
export function writeTable(table: ReportTable, anchors: ReadonlySet<string>): string {
  return splitWideTable(table, mostNumericColumns)
    .map((part) => writePart(part, anchors))
    .join('\n');
}

function writePart(
  { caption, columns, rows, notes }: ReportTable,
  anchors: ReadonlySet<string>,
): string {
  const size = columns.length > 9 ? '7pt' : columns.length > 6 ? '8pt' : '9pt';
  const aligned = columns.map(({ numeric }) => (numeric === true ? 'right' : 'left'));
  const header = columns.map(({ title }) => literal(title));
  const cells = rows.flatMap((row) => writeRow(row, anchors));
  // A table that fits beside others stays whole.
  const [open, close] =
    rows.length <= mostRowsKeptTogether ? ['block(breakable: false, ', ')'] : ['', ''];
  return [
    `#${open}figure(kind: table, supplement: none, caption: ${literal(caption)}, grid-of(${size}, (${list(aligned)}), (${list(header)}), (`,
    ...cells.map((cell) => `  ${cell},`),
    `)))${close}`,
    ...notes.map((note) => `#note(${literal(note)})`),
  ].join('\n');
}

/** As an array of Typst, which one element alone does not make. */
function list(values: readonly string[]): string {
  return values.map((value) => `${value},`).join(' ');
}

function writeRow({ cells, id, span = 1 }: Row, anchors: ReadonlySet<string>): string[] {
  const shown = span === 0 ? cells.slice(1) : cells;
  const written = shown.map((cell, index) => {
    const content = writeCell(cell, anchors);
    const marked =
      index === 0 && id !== undefined ? `{ mark(${literal(id)}); ${content} }` : content;
    return index === 0 && span > 1 ? `table.cell(rowspan: ${span}, ${marked})` : `[#${marked}]`;
  });
  return ['table.hline(stroke: hair)', ...written];
}

function writeCell(cell: Cell, anchors: ReadonlySet<string>): string {
  const { line, under } = linesOf(cell);
  const first = writeLine(line, anchors);
  return under === null ? first : `{ ${first}; under(${writeLine(under, anchors)}) }`;
}
