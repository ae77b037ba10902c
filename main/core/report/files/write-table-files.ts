import {
  linesOf,
  textOf,
  type Block,
  type Cell,
  type ReportDocument,
  type ReportTable,
} from '../document/report-document.ts';
import { writeCsv } from '../write-csv.ts';

/** Every table of a report, in its order. */
export function listTables({ sections }: Pick<ReportDocument, 'sections'>): ReportTable[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap(tablesOf));
}

/** A file for each table, named by its place and caption; cells are as in the report, in its language. */
export function writeTableFiles(report: ReportDocument): { name: string; text: string }[] {
  const tables = listTables(report);
  const digits = String(tables.length).length;
  return tables.map((table, index) => {
    const number = String(index + 1).padStart(digits, '0');
    const words = nameOf(table.caption);
    return { name: `${words === '' ? number : `${number}-${words}`}.csv`, text: writeTable(table) };
  });
}

function tablesOf(block: Block): ReportTable[] {
  if (block.kind === 'table') return [block];
  return block.kind === 'details' ? block.blocks.flatMap(tablesOf) : [];
}

function writeTable({ columns, rows }: ReportTable): string {
  let group = '';
  const cells = rows.map(({ cells: row, span = 1 }) => {
    const [first, ...others] = row.map(describeCell);
    if (span > 0) group = first;
    return [group, ...others];
  });
  return writeCsv([columns.map(({ title }) => title), ...cells]);
}

function describeCell(cell: Cell): string {
  const { line, under } = linesOf(cell);
  return under === null ? textOf(line) : `${textOf(line)} (${textOf(under)})`;
}

/** Letters and digits that every file system takes. */
function nameOf(caption: string): string {
  return caption
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
