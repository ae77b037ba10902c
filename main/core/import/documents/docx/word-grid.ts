/** A table of Word as text. */
export interface WordGrid {
  /** Null where the document gives it none. */
  readonly caption: string | null;
  /** Rows at the start that the document repeats as header, or that a merged cell joins to one. */
  readonly headerCount: number;
  /** [row][column]; what several columns or rows share stands in each of them. */
  readonly rows: readonly (readonly string[])[];
}

/** Word has no more columns. */
const mostColumns = 63;

interface Cell {
  text: string;
  span: number;
  merge: 'none' | 'begin' | 'go-on';
}

const newCell = (): Cell => ({ text: '', span: 1, merge: 'none' });

/** Builds one table from what its elements say, in their order. */
export function createWordGrid(captionBefore: string | null) {
  const rows: string[][] = [];
  /** [row][column] whether the cell goes on from the row above. */
  const continued: boolean[][] = [];
  let caption = captionBefore;
  let marked = 0;
  let row: string[] = [];
  let goesOn: boolean[] = [];
  let isHeader = false;
  let isDeleted = false;
  let isSpanning = false;
  let cell = newCell();

  const add = (text: string, count: number, isContinued: boolean) => {
    for (let column = 0; column < count && row.length < mostColumns; column++) {
      row.push(isContinued ? (rows.at(-1)?.[row.length] ?? '') : text);
      goesOn.push(isContinued);
    }
  };

  return {
    name: (text: string) => {
      if (text.trim() !== '') caption = text.replace(/\s+/g, ' ').trim();
    },
    openRow: () => {
      row = [];
      goesOn = [];
      isHeader = false;
      isDeleted = false;
    },
    deleteRow: () => {
      isDeleted = true;
    },
    markHeader: () => {
      isHeader = true;
    },
    skip: (count: number) => {
      add('', boundSpan(count), false);
    },
    openCell: () => {
      cell = newCell();
    },
    widen: (count: number) => {
      cell.span = boundSpan(count);
    },
    merge: (kind: 'begin' | 'go-on') => {
      cell.merge = kind;
    },
    write: (text: string) => {
      cell.text += text;
    },
    cellText: () => cell.text,
    closeCell: () => {
      if (rows.length === 0 && cell.span > 1) isSpanning = true;
      add(cell.text.replace(/\s+/g, ' ').trim(), cell.span, cell.merge === 'go-on');
      cell = newCell();
    },
    closeRow: () => {
      if (isDeleted) return;
      if (isHeader && marked === rows.length) marked++;
      rows.push(row);
      continued.push(goesOn);
    },
    finish: (): WordGrid => ({
      caption,
      rows,
      headerCount: marked > 0 ? marked : isSpanning ? countGroupedHeader(continued) : 1,
    }),
  };
}

function boundSpan(count: number): number {
  return Number.isInteger(count) ? Math.min(Math.max(count, 1), mostColumns) : 1;
}

/** Of a header with groups of columns: the names below them, with rows that a cell of it reaches into. */
function countGroupedHeader(continued: readonly (readonly boolean[])[]): number {
  const next = continued.findIndex((row, index) => index > 1 && !row.includes(true));
  return next === 3 ? 3 : 2;
}
