import type { TextTable } from './read-table.ts';
import { stackHeader } from './stack-header.ts';

/** A table of a document as text, cell by cell. */
export interface TableGrid {
  readonly caption: string | null;
  readonly headerCount: number;
  /** [row][column]; what several columns or rows share stands in each of them. */
  readonly rows: readonly (readonly string[])[];
}

/** A grid as a table to check, named by its file and its caption or number; none without columns or rows. */
export function tableOfGrid(
  { caption, headerCount, rows }: TableGrid,
  { file, number, of }: { readonly file: string; readonly number: number; of: TextTable['of'] },
): TextTable[] {
  const columns = stackHeader(rows.slice(0, headerCount));
  const body = rows.slice(headerCount);
  if (columns.length < 2 || body.length === 0) return [];
  const name = `${file}: ${caption?.slice(0, 120) ?? number}`;
  return [{ name, task: '', of, columns, rows: body.map((cells) => ({ cells })) }];
}
