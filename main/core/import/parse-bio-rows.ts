import { type Line, splitLines } from './split-lines.ts';

/** A line of a column file that holds a word. */
interface BioRow {
  /** 1-based. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows between two blank lines, with the number of the document they are in. */
export interface BioBlock {
  readonly rows: readonly BioRow[];
  /** Counts -DOCSTART- lines so far; 0 in a file without them. */
  readonly document: number;
}

export interface ParsedBio {
  readonly blocks: readonly BioBlock[];
  /** The number of columns that most rows have. */
  readonly columnCount: number;
}

/** How many lines decide about separator, columns and tags. */
const sampledLines = 2000;
const tagShape = /^(?:[oO]|[BIESLUbieslu]-\S+)$/;

/** "O", or one of the prefixes of IOB, IOBES and BILOU with a type. */
export function looksLikeTag(cell: string): boolean {
  return tagShape.test(cell);
}

function mostFrequent(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  return [...frequency].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0])[0];
}

/** Tabs when most lines have one, because only then can a cell be empty; else runs of blanks. */
function chooseSplit(lines: readonly Line[]): (text: string) => string[] {
  const sample = lines.slice(0, sampledLines).filter((line) => line.text.trim() !== '');
  const withTab = sample.filter((line) => line.text.includes('\t')).length;
  return withTab * 2 > sample.length
    ? (text) => text.split('\t').map((cell) => cell.trim())
    : (text) => text.trim().split(/\s+/);
}

/**
 * Splits a file of the CoNLL family into blocks of rows. Blank lines end a block; -DOCSTART- lines
 * begin a document; lines that begin with "# " are comments, unless they have as many columns as
 * the other lines and end in a tag: then "#" is a word.
 */
export function parseBioRows(text: string): ParsedBio {
  const lines = splitLines(text);
  const split = chooseSplit(lines);
  const isCommentLike = (line: string): boolean => line.startsWith('# ') || line === '#';
  const sampledCounts = lines
    .slice(0, sampledLines)
    .filter((line) => line.text.trim() !== '' && !isCommentLike(line.text))
    .map((line) => split(line.text).length);
  const columnCount = mostFrequent(sampledCounts);
  const blocks: BioBlock[] = [];
  let document = 0;
  let rows: BioRow[] = [];

  function endBlock(): void {
    if (rows.length > 0) blocks.push({ rows, document });
    rows = [];
  }

  for (const { number, text: line } of lines) {
    if (line.trim() === '') {
      endBlock();
      continue;
    }
    const cells = split(line);
    if (cells[0] === '-DOCSTART-') {
      endBlock();
      document++;
    } else if (
      !isCommentLike(line) ||
      (cells.length === columnCount && looksLikeTag(cells.at(-1) ?? ''))
    ) {
      rows.push({ line: number, cells });
    }
  }
  endBlock();
  return { blocks, columnCount };
}

/**
 * The column, counted from 0, whose cells look most like tags, or null when in none at least nine
 * in ten do. Of equal columns the last: in the CoNLL files chunk tags come before entity tags.
 */
export function detectTagColumn({ blocks, columnCount }: ParsedBio): number | null {
  const sample = blocks
    .flatMap((block) => block.rows.filter((row) => row.cells.length === columnCount))
    .slice(0, sampledLines);
  let best: { column: number; share: number } | null = null;
  for (let column = 1; column < columnCount; column++) {
    const share = sample.filter((row) => looksLikeTag(row.cells[column])).length / sample.length;
    if (share >= 0.9 && share >= (best?.share ?? 0)) best = { column, share };
  }
  return best?.column ?? null;
}
