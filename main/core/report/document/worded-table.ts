import type { WordedTable } from '../judgement-tables.ts';
import type { ReportTable } from './report-document.ts';

/** A table in words with its notes below. */
export function tableOfWords({ caption, columns, rows, notes }: WordedTable): ReportTable {
  return { kind: 'table', caption, columns, rows: rows.map((cells) => ({ cells })), notes };
}
