import type { ImportProblem } from '#core/domain/import-report.ts';
import { readDate } from './read-date.ts';
import type { TableRow } from './table.ts';

/** What the columns of a table are called. */
export interface TableHeader {
  /** All different. */
  readonly names: readonly string[];
  /** Whether the first row is no header but data. */
  readonly isData: boolean;
  readonly problems: readonly ImportProblem[];
}

/** Names are shown, logged and kept in mappings: no text of a note may be among them. */
const longestName = 100;

function isData(cell: string): boolean {
  const isDay = readDate(cell, 'day-month-year').iso !== null && /\D/.test(cell.trim());
  return cell.length > longestName || /[\r\n].*\S.*[\r\n]/.test(cell) || isDay;
}

/** Names that differ: of those alike, the second is "name (2)"; a column without a name is "column 3". */
function tellApart(cells: readonly string[]): { names: string[]; alikeCount: number } {
  const taken = new Set<string>();
  let alikeCount = 0;
  const names = cells.map((cell, index) => {
    const name = cell.trim() === '' ? `column ${index + 1}` : cell.trim();
    let different = name;
    for (let count = 2; taken.has(different.toLowerCase()); count++)
      different = `${name} (${count})`;
    if (different !== name) alikeCount++;
    taken.add(different.toLowerCase());
    return different;
  });
  return { names, alikeCount };
}

/** Reads the first row as the header, unless a date or a text in it shows that it is data. */
export function readHeader({ line, cells }: TableRow, file: string): TableHeader {
  if (cells.some(isData)) {
    const names = cells.map((_, index) => `column ${index + 1}`);
    const detail = `The first row holds a date or a text, not names: its ${cells.length} columns are called "column 1", "column 2" and so on, and it is read as a row.`;
    const problem = {
      file,
      line,
      rule: 'table-header-missing',
      action: 'repaired',
      detail,
    } as const;
    return { names, isData: true, problems: [problem] };
  }
  const { names, alikeCount } = tellApart(cells);
  if (alikeCount === 0) return { names, isData: false, problems: [] };
  const detail = `${alikeCount} of ${names.length} columns have the name of an earlier one and got a number, as in "name (2)".`;
  const problem = { file, line, rule: 'table-columns-alike', action: 'repaired', detail } as const;
  return { names, isData: false, problems: [problem] };
}
