import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { Span } from '#core/domain/text.ts';
import { splitLines } from './split-lines.ts';

/** A text-bound annotation as written: offsets in the unit of the tool that wrote them. */
export interface BratMention {
  /** 1-based line of the .ann file. */
  readonly line: number;
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
const entityLine = /^T\S*\s+(\S{1,100})\s+(\d+\s+\d+(?:\s*;\s*\d+\s+\d+)*)\s*(?:\t([^]*))?$/;
/** Relations, events, attributes, modifications, normalisations, equivalences, notes. */
const otherLine = /^[REAMN*#]/;

function parseFragments(offsets: string): Span[] {
  return offsets.split(';').map((piece) => {
    const [start, end] = piece.trim().split(/\s+/).map(Number);
    return { start, end };
  });
}

/** Reads the T lines of an .ann file; anything that no brat line looks like is reported. */
export function parseBratEntities(annotations: string, file: string): ImportResult<BratMention> {
  const items: BratMention[] = [];
  const problems: ImportProblem[] = [];
  for (const { number, text } of splitLines(annotations)) {
    if (text.trim() === '' || otherLine.test(text)) continue;
    const match = entityLine.exec(text) as [string, string, string, string | undefined] | null;
    if (match === null) {
      const detail =
        'The line is not of the form "T1, tab, type, start, end, tab, text", the type a name of at most 100 characters.';
      const rule = 'brat-line-malformed';
      problems.push({ file, line: number, rule, action: 'left-out', detail });
      continue;
    }
    const [, type, offsets, quotedText] = match;
    const fragments = parseFragments(offsets);
    items.push({ line: number, type, fragments, quotedText: quotedText || null });
  }
  return { items, problems };
}
