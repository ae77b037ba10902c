import type { TextRow, TextTable } from '../read-table.ts';
import { stackHeader } from '../stack-header.ts';
import { plainText } from './plain-text.ts';
import { readGroup } from './read-group.ts';
import { splitLevel } from './split-level.ts';

/**
 * The tables of a LaTeX document (tabular, tabular*, tabularx, longtable), as far as they can be told
 * without running it: commands of its own are read as what their groups say.
 */
export function readLatexTables(
  source: string,
  { file, of }: { readonly file: string; readonly of: TextTable['of'] },
): TextTable[] {
  const text = source.replace(/(?<!\\)%[^\n]*\n?/g, '');
  const begin = /\\begin\{(tabular\*?|tabularx|longtable)\}/g;
  const tables: TextTable[] = [];
  for (const match of text.matchAll(begin)) {
    const [whole, environment] = match;
    const end = text.indexOf(`\\end{${environment}}`, match.index);
    if (end < 0) continue;
    const body = text.slice(skipSpecification(text, match.index + whole.length, environment), end);
    const caption = findCaption(text, match.index, end) ?? `${tables.length + 1}`;
    const rows = readRows(body);
    if (rows === null) continue;
    tables.push({ name: `${file}: ${caption}`, task: '', of, ...rows });
  }
  return tables;
}

function skipSpecification(text: string, start: number, environment: string): number {
  let at = start;
  const groups = environment === 'tabular*' || environment === 'tabularx' ? 2 : 1;
  for (let number = 0; number < groups; number++) {
    at = readGroup(text, at, '[')?.end ?? at;
    at = readGroup(text, at, '{')?.end ?? at;
  }
  return at;
}

/** In the table around it, or in a longtable itself. */
function findCaption(text: string, begin: number, end: number): string | null {
  const around = text.lastIndexOf('\\begin{table', begin);
  const isInside = around >= 0 && text.lastIndexOf('\\end{table', begin) < around;
  const until = isInside ? text.indexOf('\\end{table', end) : end;
  const at = text.indexOf('\\caption', isInside ? around : begin);
  if (at < 0 || at > until) return null;
  const option = readGroup(text, at + '\\caption'.length, '[');
  const group = readGroup(text, option?.end ?? at + '\\caption'.length, '{');
  return group === null ? null : plainText(group.content).slice(0, 120);
}

interface SplitRow {
  readonly cells: readonly Cell[];
  /** Whether a line across stands before it, as below a header. */
  readonly isBelowLine: boolean;
  /** One cell over all columns. */
  readonly isTitle: boolean;
}

interface Cell {
  readonly text: string;
  readonly rowSpan: number;
}

function readRows(body: string): Pick<TextTable, 'columns' | 'rows'> | null {
  const all = splitRows(body);
  // A title within the table stands over all of its columns.
  const split = all.slice(all.findIndex(({ isTitle }) => !isTitle));
  const first = split.findIndex(({ isBelowLine }, index) => index > 0 && isBelowLine);
  const headerCount = first < 0 ? 1 : first;
  const columns = stackHeader(
    split.slice(0, headerCount).map(({ cells }) => cells.map(({ text }) => text)),
  );
  const rows = fillSpans(split.slice(headerCount).map(({ cells }) => cells));
  return columns.length < 2 || rows.length === 0 ? null : { columns, rows };
}

const lines =
  /\\(?:hline|toprule|midrule|bottomrule|specialrule(?:\{[^}]*\}){3}|Xhline\{[^}]*\})(?:\[[^\]]*\])?/g;
const partLines = /\\(?:cmidrule|cline)(?:\([^)]*\))?(?:\[[^\]]*\])?\{[^}]*\}(?:\([^)]*\))?/g;

function splitRows(body: string): SplitRow[] {
  // The header that a longtable repeats stands once.
  const once = body
    .replace(/\\endfirsthead[\s\S]*?\\endhead/, '')
    .replace(/\\bottomrule\s*\\endfoot|\\end(?:head|foot|lastfoot|firsthead)/g, '');
  let isBelowLine = false;
  return splitLevel(once, '\\\\').flatMap((source): SplitRow[] => {
    const bare = source.replace(lines, '').replace(partLines, '');
    isBelowLine = isBelowLine || bare.length < source.replace(partLines, '').length;
    if (bare.trim() === '') return [];
    const sources = splitLevel(bare, '&');
    const isTitle = sources.length === 1 && bare.includes('\\multicolumn');
    const row = { cells: sources.flatMap(readCell), isBelowLine, isTitle };
    isBelowLine = false;
    return row.cells.every(({ text }) => text === '') ? [] : [row];
  });
}

function readCell(source: string): Cell[] {
  const text = plainText(source);
  const columns = Number(/\\multicolumn\s*\{\s*(\d+)/.exec(source)?.[1] ?? 1);
  const rowSpan = Number(
    /\\multirow(?:cell)?\s*(?:\[[^\]]*\])?\s*\{\s*(\d+)/.exec(source)?.[1] ?? 1,
  );
  // A group of columns names each of them, until the next header row does.
  return Array.from({ length: Math.min(columns, 100) }, () => ({ text, rowSpan }));
}

/** Empty cells that an earlier one stands for say what that says. */
function fillSpans(rows: readonly (readonly Cell[])[]): TextRow[] {
  const open = new Map<number, { text: string; left: number }>();
  return rows.map((cells) => ({
    cells: cells.map(({ text, rowSpan }, column) => {
      const spanning = open.get(column);
      if (text !== '') {
        open.set(column, { text, left: rowSpan - 1 });
        return text;
      }
      if (spanning === undefined || spanning.left <= 0) return '';
      spanning.left--;
      return spanning.text;
    }),
  }));
}
