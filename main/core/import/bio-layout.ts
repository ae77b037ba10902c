import { findNotatedColumn, type TagNotation } from './tag-notations.ts';

/** A line of a column file that holds a word. */
export interface BioRow {
  /** 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether the line begins with white space that its columns do not show. */
  readonly isIndented: boolean;
}

/** Where a file of columns holds what, all counted from 0. */
export interface BioLayout {
  readonly wordColumn: number;
  readonly tagColumn: number;
  /** The attribute of the tag column that holds the tag, as in "name=B-PER|SpaceAfter=No". */
  readonly tagKey: string | null;
  /** How the tags say where entities begin and end. */
  readonly notation: TagNotation;
  /** The number of columns that most rows have. */
  readonly columnCount: number;
  /** Whether the first column holds the ids of CoNLL-U, where ranges and fractions are no words. */
  readonly hasWordIds: boolean;
  /** Whether it took 0 for O, or bare B and I for tags, to find the column. */
  readonly isLenient: boolean;
}

const strictTag = /^(?:[oO]|[BIESLUbieslu]-\S+)$/;
const lenientTag = /^(?:[oO0]|[BIESLUbieslu](?:-\S*)?)$/;
const beginTag = /^[BIESLU](?:-\S*)?$/i;
const runningNumber = /^\d+(?:[-.:]\d+)*$/;
const mostTags = 0.9;

/** "O", or one of the prefixes of IOB, IOBES and BILOU with a type. */
export function looksLikeTag(cell: string): boolean {
  return strictTag.test(cell);
}

/** Also 0 for O, and B and I alone. */
export function looksLikeLenientTag(cell: string): boolean {
  return lenientTag.test(cell);
}

/** The value of an attribute in a cell of "key=value" pairs; the cell itself where none is asked for. */
export function tagOfCell(cell: string, key: string | null): string {
  if (key === null) return cell;
  const pair = cell.split('|').find((each) => each.startsWith(`${key}=`));
  return pair === undefined ? 'O' : pair.slice(key.length + 1);
}

function shareOf(cells: readonly string[], test: (cell: string) => boolean): number {
  return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
}

/** The last of the columns whose cells look most like tags, where at least nine in ten do. */
function bestColumn(columns: readonly string[][], test: (cell: string) => boolean): number | null {
  let best: { column: number; share: number } | null = null;
  for (let column = 1; column < columns.length; column++) {
    const share = shareOf(columns[column], test);
    if (share >= mostTags && share >= (best?.share ?? 0)) best = { column, share };
  }
  return best?.column ?? null;
}

/** A column of 0 is a number, unless some cell says B or I, or it is the last. */
function findLenientColumn(columns: readonly string[][]): number | null {
  const candidates = columns.map((cells, column) =>
    column === columns.length - 1 || cells.some((cell) => beginTag.test(cell)) ? cells : [],
  );
  return bestColumn(candidates, looksLikeLenientTag);
}

/** The attribute that holds tags in a column such as MISC of CoNLL-U. */
function findTagKey(columns: readonly string[][]): { column: number; key: string } | null {
  for (let column = columns.length - 1; column > 0; column--) {
    const counts = new Map<string, number>();
    for (const cell of columns[column]) {
      for (const pair of cell.split('|')) {
        const key = /^([^=|]+)=[BIESLU]-\S+$/.exec(pair)?.[1];
        if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    if (best !== undefined) return { column, key: best[0] };
  }
  return null;
}

/** The columns that look like tags, for who named another. */
function listTagColumns(columns: readonly string[][]): number[] {
  return [...columns.keys()].filter(
    (column) =>
      column > 0 &&
      shareOf(columns[column], looksLikeLenientTag) >= mostTags &&
      columns[column].some((cell) => beginTag.test(cell)),
  );
}

/**
 * The first column, unless it holds running numbers ("3", "1-3", "12.3") or, as in CoNLL-2012, the
 * name of the document before them; then the first behind it that holds something else.
 */
function findWordColumn(columns: readonly string[][], tagColumn: number): number {
  const isNumbered = (column: number) =>
    shareOf(columns[column], (cell) => runningNumber.test(cell)) >= mostTags;
  const isPath = shareOf(columns[0], (cell) => /\/.*\/|_\d{3,}$/.test(cell)) >= mostTags;
  const isAfterPath = isPath && columns.length > 4 && isNumbered(1) && isNumbered(2);
  if (!isNumbered(0) && !isAfterPath) return 0;
  for (let column = 1; column < columns.length; column++) {
    if (column !== tagColumn && !isNumbered(column)) return column;
  }
  return 0;
}

/** Columns of which none holds the tags that are asked for. */
export interface MissingTags {
  readonly detail: string;
}

/**
 * Where the words and tags of a file are, from a sample of its rows; what the user named is taken
 * unless it cannot be tags.
 */
export function findBioLayout(
  sample: readonly BioRow[],
  columnCount: number,
  given: { readonly tagColumn?: number; readonly wordColumn?: number },
): BioLayout | MissingTags {
  const rows = sample.filter(({ cells }) => cells.length === columnCount);
  const columns = Array.from({ length: columnCount }, (_, column) =>
    rows.map(({ cells }) => cells[column]),
  );
  const strict = bestColumn(columns, looksLikeTag);
  const lenient = strict ?? findLenientColumn(columns);
  const keyed = lenient === null ? findTagKey(columns) : null;
  const notated = findNotated(columns, given.tagColumn, lenient ?? keyed?.column ?? null);
  const tagColumn = given.tagColumn ?? lenient ?? keyed?.column ?? notated?.column ?? null;
  if (tagColumn === null) {
    return {
      detail: `In none of the ${columnCount} columns most cells are O, B-type or I-type, nor brackets around entities as in CoNLL-2012, nor numbered as in WebAnno.`,
    };
  }
  const named = given.tagColumn === undefined ? null : describeWrongColumn(columns, tagColumn);
  const isKeyed = keyed?.column === tagColumn;
  if (named !== null && !isKeyed && notated === null) return { detail: named };
  const wordColumn = given.wordColumn ?? findWordColumn(columns, tagColumn);
  const isWholeNumber = (cell: string) => /^\d+$/.test(cell);
  return {
    wordColumn,
    tagColumn,
    tagKey: isKeyed ? keyed.key : null,
    notation: notated?.notation ?? 'prefixed',
    columnCount,
    hasWordIds: wordColumn > 0 && shareOf(columns[0], isWholeNumber) > 0.5,
    isLenient: given.tagColumn === undefined && strict === null,
  };
}

/** Other notations are looked for in the named column, or where no column has prefixes. */
function findNotated(
  columns: readonly string[][],
  named: number | undefined,
  found: number | null,
) {
  if (named === undefined) return found === null ? findNotatedColumn(columns) : null;
  if (named >= columns.length || describeWrongColumn(columns, named) === null) return null;
  const others = columns.map((cells, column) => (column > 1 && column !== named ? [] : cells));
  const notated = findNotatedColumn(others);
  return notated?.column === named ? notated : null;
}

/** What is wrong with a column that the user named; null where half of its cells or more are tags. */
function describeWrongColumn(columns: readonly string[][], tagColumn: number): string | null {
  if (columns.length === 0) return null;
  const cells = tagColumn < columns.length ? columns[tagColumn] : [];
  const others = listTagColumns(columns);
  const isTagged = shareOf(cells, looksLikeLenientTag) >= 0.5;
  if (isTagged || (others.length === 0 && cells.some((cell) => beginTag.test(cell)))) return null;
  const named =
    tagColumn < columns.length
      ? `Column ${tagColumn}, which "tagColumn" names, holds no tags`
      : `There is no column ${tagColumn}, which "tagColumn" names, counted from 0`;
  const found =
    others.length === 0
      ? 'none of the others looks like tags either'
      : `what looks like tags is column ${others.join(' and ')}`;
  return `${named}: ${found}.`;
}
