import {
  linesOf,
  textOf,
  type Block,
  type ReportDocument,
  type ReportTable,
} from '../document/report-document.ts';
import { checkTables, type TableCheck } from './check-tables.ts';
import type { TextRow, TextTable } from './read-table.ts';

/** Whether what a report prints can be true together: before it is written. */
export function checkReport({ sections }: Pick<ReportDocument, 'sections'>): TableCheck {
  return checkTables(listTextTables({ sections }));
}

/** The tables of a report of which it is known what their numbers mean. */
export function listTextTables({ sections }: Pick<ReportDocument, 'sections'>): TextTable[] {
  return sections.flatMap(({ title, blocks }) =>
    blocks.flatMap((block) => textTablesOf(block, title ?? '')),
  );
}

function textTablesOf(block: Block, task: string): TextTable[] {
  if (block.kind === 'details') return block.blocks.flatMap((each) => textTablesOf(each, task));
  if (block.kind !== 'table' || block.holds === undefined) return [];
  return [
    {
      name: block.caption,
      task,
      of: block.holds === 'folds' ? 'one-test' : 'means',
      columns: block.columns.map(({ title }) => title),
      rows: textRowsOf(block),
    },
  ];
}

/** Rows with the cell that an earlier one stands for. */
function textRowsOf({ rows }: ReportTable): TextRow[] {
  let group = '';
  return rows.map(({ cells, span = 1, isPartial, compared }) => {
    const texts = cells.map((cell) => textOf(linesOf(cell).line));
    if (span > 0) group = texts[0];
    return {
      cells: [group, ...texts.slice(1)],
      ...(isPartial === undefined ? {} : { isPartial }),
      ...(compared === undefined ? {} : { compared }),
    };
  });
}
