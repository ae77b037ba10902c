import { type BioRow, looksLikeTag } from './bio-layout.ts';

/** The rows between two blank lines, with the number of the document they are in. */
export interface BioBlock {
  readonly rows: readonly BioRow[];
  /** Counts the lines that begin a document so far; 0 in a file without them. */
  readonly document: number;
  /** As "# newdoc id = …" names it. */
  readonly documentName: string | null;
  /** Comments, and lines that begin a document, that stand before the rows. */
  readonly before: readonly string[];
}

/** A file of columns whose separator is known; its rows are made as they are asked for. */
export interface BioText {
  /** The number of columns that most rows have. */
  readonly columnCount: number;
  /**
   * The first line that begins a document in a way that was not always known; null where none does.
   * Known when the blocks were read to their end.
   */
  readonly newDocumentLine: number | null;
  /** Whether tabs separate columns, not blanks. */
  readonly isTabbed: boolean;
  blocks(): Generator<BioBlock>;
}

/** Comments before one sentence beyond these are not held. */
const mostLinesBefore = 1000;
/** How many lines decide about separator, columns and tags. */
export const sampledLines = 2000;

/** The lines of a text whose line endings are LF and that comes in pieces, one by one. */
function* linesOf(
  pieces: Iterable<string>,
): Generator<{ readonly number: number; readonly text: string }> {
  let number = 1;
  let held = '';
  for (const piece of pieces) {
    let at = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', at)) {
      yield { number: number++, text: held + piece.slice(at, end) };
      held = '';
      at = end + 1;
    }
    held += piece.slice(at);
  }
  if (held !== '') yield { number, text: held };
}

function takeLines(pieces: Iterable<string>, count: number): string[] {
  const lines: string[] = [];
  for (const { text } of linesOf(pieces)) {
    lines.push(text);
    if (lines.length === count) break;
  }
  return lines;
}

function mostFrequent(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  return [...frequency].reduce((best, other) => (other[1] > best[1] ? other : best), [0, 0])[0];
}

/** Tabs when most lines have one, because only then can a cell be empty; else runs of blanks. */
function hasTabs(lines: readonly string[]): boolean {
  const sample = lines.filter((line) => line.trim() !== '' && !isDocumentLine(line));
  const withTab = sample.filter((line) => line.includes('\t')).length;
  return withTab * 2 > sample.length;
}

const isCommentLike = (line: string): boolean => line.startsWith('# ') || line === '#';
/** Of WebAnno ("#Text=…") and CoNLL-2012 ("#end document"). */
const isOtherComment = (line: string): boolean =>
  /^#(?:[A-Z][\w.]*=|(?:begin|end) document\b)/.test(line);
const isDocstart = (line: string): boolean => /^-DOCSTART-(?:\s|$)/.test(line);
/** Of CoNLL-U and CoNLL-2012. */
const isNewDocument = (line: string): boolean => /^# ?newdoc\b|^#begin document\b/.test(line);
const isDocumentLine = (line: string): boolean => isDocstart(line) || isNewDocument(line);

/**
 * A file of the CoNLL family as blocks of rows; `pieces` gives its text, each time from the start. Blank lines end a block; -DOCSTART- lines, and
 * comments that say so in CoNLL-U and CoNLL-2012, begin a document; lines that begin with "# " are
 * comments, unless they have as many columns as the other lines and end in a tag: then "#" is a word.
 */
export function parseBioRows(pieces: () => Iterable<string>): BioText {
  const sample = takeLines(pieces(), sampledLines);
  let newDocumentLine: number | null = null;
  const isTabbed = hasTabs(sample);
  const split = isTabbed
    ? (line: string) => line.split('\t').map((cell) => cell.trim())
    : (line: string) => line.trim().split(/\s+/);
  const counts = sample
    .filter((line) => line.trim() !== '' && !isCommentLike(line) && !isOtherComment(line))
    .filter((line) => !isDocstart(line))
    .map((line) => split(line).length);
  const columnCount = mostFrequent(counts);

  /** Whether the line is one whatever "#" else means. */
  const isRow = (cells: readonly string[]): boolean =>
    cells.length === columnCount && looksLikeTag(cells.at(-1) ?? '');

  function* blocks(): Generator<BioBlock> {
    let document = 0;
    let documentName: string | null = null;
    let before: string[] = [];
    let rows: BioRow[] = [];
    const takeBlock = (): BioBlock => {
      const block = { rows, document, documentName, before };
      rows = [];
      before = [];
      return block;
    };
    for (const { number, text: line } of linesOf(pieces())) {
      const isBlank = line.trim() === '';
      const cells = isBlank ? [] : split(line);
      const isComment = isCommentLike(line) || isOtherComment(line);
      const begins = isDocstart(line) || (isNewDocument(line) && !isRow(cells));
      if (!isBlank && !begins && (!isComment || isRow(cells))) {
        rows.push({ line: number, cells, isIndented: !isTabbed && /^\s/.test(line) });
      } else if (isBlank || begins) {
        if (rows.length > 0) yield takeBlock();
        if (begins) {
          document++;
          documentName = /^# ?newdoc\s+id\s*=\s*(\S.*)$/.exec(line)?.[1].trim() ?? null;
          before.push(line);
          if (cells[0] !== '-DOCSTART-') newDocumentLine ??= number;
        }
      } else if (before.length < mostLinesBefore) before.push(line);
    }
    if (rows.length > 0) yield takeBlock();
  }

  return {
    columnCount,
    isTabbed,
    blocks,
    get newDocumentLine() {
      return newDocumentLine;
    },
  };
}
