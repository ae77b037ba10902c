import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { Span } from '#core/domain/text.ts';
import { splitLines } from './split-lines.ts';

/** A text-bound annotation as written: offsets in the unit of the tool that wrote them. */
export interface BratMention {
  /** As written, such as "T1". */
  readonly id: string;
  /** 1-based line of the .ann file. */
  readonly line: number;
  /** Lines of the file that it takes: more than one where the text that it quotes goes on. */
  readonly lineCount: number;
  readonly type: string;
  /** At least one; sorted as in the file. */
  readonly fragments: readonly Span[];
  /** The annotated text as the file repeats it; null when it does not. */
  readonly quotedText: string | null;
}

/**
 * "T1<TAB>TYPE 0 5;8 12<TAB>text". Types reach tables and reports, where no text of a note may be:
 * one longer than a name is none.
 */
const entityLine = /^(T\S*)\s+(\S{1,100})\s+(\d+\s+\d+(?:\s*;\s*\d+\s+\d+)*)\s*(?:\t([^]*))?$/;
/** Relations, events, attributes, modifications, normalisations, equivalences, notes. */
const otherLine = /^[REAMN*#]/;
/** What begins like an annotation is no line of a text that another quotes, whatever it says. */
const annotationStart = /^(?:[TREAMN]\d+|#\d*|\*)\t/;

function parseFragments(offsets: string): Span[] {
  return offsets.split(';').map((piece) => {
    const [start, end] = piece.trim().split(/\s+/).map(Number);
    return { start, end };
  });
}

/** Of one entity; more are no text of an entity. */
const mostQuotedLines = 100;

/** Code points, UTF-16 units and UTF-8 bytes: what offsets count is not known yet. */
function lengthsOf(text: string): number[] {
  return [Array.from(text).length, text.length, new TextEncoder().encode(text).length];
}

/**
 * How many of the lines after an annotation belong to the text that it quotes, because the tool
 * wrote its line breaks as they are: as many as make it as long as its offsets say, where a line
 * break counts one or two.
 */
function countQuotedLines(
  quotedText: string,
  fragments: readonly Span[],
  following: readonly string[],
): number {
  const length =
    fragments.reduce((sum, { start, end }) => sum + end - start, 0) + fragments.length - 1;
  if (lengthsOf(quotedText).includes(length)) return 0;
  let quoted = quotedText;
  for (const [index, line] of following.entries()) {
    quoted += `\n${line}`;
    const lengths = lengthsOf(quoted);
    if (lengths.some((each) => each === length || each + index + 1 === length)) return index + 1;
    if (lengths.every((each) => each > length)) return 0;
  }
  return 0;
}

/** Reads the T lines of an .ann file; anything that no brat line looks like is reported. */
export function parseBratEntities(annotations: string, file: string): ImportResult<BratMention> {
  const items: BratMention[] = [];
  const problems: ImportProblem[] = [];
  const lines = splitLines(annotations);

  /** The lines after `index` that may be text. */
  function linesAfter(index: number): string[] {
    const end = Math.min(lines.length, index + 1 + mostQuotedLines);
    let next = index + 1;
    while (next < end && !annotationStart.test(lines[next].text)) next++;
    return lines.slice(index + 1, next).map(({ text }) => text);
  }

  for (let index = 0; index < lines.length; index++) {
    const { number, text } = lines[index];
    if (text.trim() === '' || otherLine.test(text)) continue;
    const match = entityLine.exec(text) as
      [string, string, string, string, string | undefined] | null;
    if (match === null) {
      const detail =
        'The line is not of the form "T1, tab, type, start, end, tab, text", the type a name of at most 100 characters.';
      const rule = 'brat-line-malformed';
      problems.push({ file, line: number, rule, action: 'left-out', detail });
      continue;
    }
    const [, id, type, offsets, quoted] = match;
    const fragments = parseFragments(offsets);
    const following = quoted ? linesAfter(index) : [];
    const count = quoted ? countQuotedLines(quoted, fragments, following) : 0;
    if (count > 0) {
      index += count;
      const detail = `The text that the entity quotes goes on for ${count} more lines.`;
      problems.push({ file, line: number, rule: 'brat-quote-lines', action: 'kept', detail });
    }
    const quotedText = following
      .slice(0, count)
      .reduce((text, line) => `${text}\n${line}`, quoted ?? '');
    items.push({
      id,
      line: number,
      lineCount: 1 + count,
      type,
      fragments,
      quotedText: quotedText || null,
    });
  }
  return { items, problems };
}
