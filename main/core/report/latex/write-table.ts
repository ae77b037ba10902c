import { linesOf, type Cell, type ReportTable, type Row } from '../document/report-document.ts';
import { shareWidth } from '../document/share-width.ts';
import { splitWideTable } from '../document/split-wide-table.ts';
import { escapeLatex } from './escape-latex.ts';
import { writeLine } from './write-line.ts';

const mostNumericColumns = 10;

/** A longtable with the lines of booktabs; its header repeats on each page, notes stand below. */
export function writeTable(table: ReportTable, anchors: ReadonlySet<string>): string {
  return splitWideTable(table, mostNumericColumns)
    .map((part) => writePart(part, anchors))
    .join('\n');
}

function writePart(table: ReportTable, anchors: ReadonlySet<string>): string {
  const { caption, columns, rows, notes } = table;
  const [size, gap] =
    columns.length > 9 ? ['\\tiny', 2] : columns.length > 6 ? ['\\scriptsize', 3] : ['\\small', 4];
  // What the gaps between columns take is no column's.
  const room = 1 - (columns.length * 2 * gap) / 480;
  const specification = shareWidth(table)
    .map((share, index) => {
      const width = `${(share * room).toFixed(4)}\\linewidth`;
      return columns[index].numeric === true ? `R{${width}}` : `L{${width}}`;
    })
    .join('');
  const header = `${columns.map(({ title }) => `\\textbf{${escapeLatex(title)}}`).join(' & ')} \\\\`;
  return [
    `{${size}\\setlength{\\tabcolsep}{${gap}pt}`,
    `\\begin{longtable}{@{}${specification}@{}}`,
    `\\multicolumn{${columns.length}}{@{}p{\\linewidth}@{}}{\\Caption{${escapeLatex(caption)}}}\\\\`,
    `\\toprule ${header} \\midrule \\endfirsthead`,
    `\\toprule ${header} \\midrule \\endhead`,
    '\\bottomrule \\endfoot',
    ...rows.map((row) => writeRow(row, anchors)),
    '\\end{longtable}}',
    ...notes.map((note) => `\\Note{${escapeLatex(note)}}`),
  ].join('\n');
}

function writeRow({ cells, id, span = 1 }: Row, anchors: ReadonlySet<string>): string {
  const written = cells.map((cell, index) =>
    index === 0 && span === 0 ? '' : writeCell(cell, anchors),
  );
  const target = id === undefined ? '' : `\\raisebox{1em}{\\hypertarget{${id}}{}}`;
  return `${target}${written.join(' & ')} \\\\`;
}

function writeCell(cell: Cell, anchors: ReadonlySet<string>): string {
  const { line, under } = linesOf(cell);
  const first = writeLine(line, anchors);
  return under === null ? first : `${first}\\newline\\Under{${writeLine(under, anchors)}}`;
}
