import type { ImportAction, ImportRule } from '#core/domain/import-report.ts';
import type { EntitySpan } from '#core/domain/text.ts';
import { foldWhitespace, matchesQuote, type OffsetUnit } from './brat-offset-units.ts';
import type { BratMention } from './parse-brat-entities.ts';

/** How far from its offsets, in UTF-16 units, the text of an entity is looked for. */
const searchWindow = 64;

interface PlacedMention {
  readonly entity: EntitySpan | null;
  readonly problem: {
    readonly rule: ImportRule;
    readonly action: ImportAction;
    readonly detail: string;
  } | null;
}

/** Start of the occurrence of `quote` nearest to `expected` within the window, or −1. */
function findNearest(text: string, quote: string, expected: number): number {
  const from = Math.max(0, expected - searchWindow);
  const window = foldWhitespace(text.slice(from, expected + searchWindow + quote.length));
  const wanted = foldWhitespace(quote);
  let best = -1;
  for (let at = window.indexOf(wanted); at !== -1; at = window.indexOf(wanted, at + 1)) {
    const isNearer = Math.abs(from + at - expected) < Math.abs(best - expected);
    if (best === -1 || isNearer) best = from + at;
  }
  return best;
}

/** Whether more than blanks lies between the pieces: brat itself splits entities at line breaks. */
function hasGaps(text: string, pieces: readonly { start: number; end: number }[]): boolean {
  return pieces.some(
    ({ end }, index) =>
      index + 1 < pieces.length && text.slice(end, pieces[index + 1].start).trim() !== '',
  );
}

function place(entity: EntitySpan | null, rule: ImportRule, detail: string): PlacedMention {
  return { entity, problem: { rule, action: entity ? 'repaired' : 'left-out', detail } };
}

/**
 * Turns a mention into a span of the text. Pieces are joined to one span; a mention whose offsets
 * do not match its quoted text is moved to the nearest match within 64 characters, or left out.
 */
export function placeBratEntity(
  text: string,
  mention: BratMention,
  toTextOffset: OffsetUnit['toTextOffset'],
): PlacedMention {
  const { type, quotedText } = mention;
  const pieces = mention.fragments
    .map(({ start, end }) => ({ start: toTextOffset(start), end: toTextOffset(end) }))
    .sort((a, b) => a.start - b.start);
  const start = pieces[0].start;
  const end = pieces.reduce((last, piece) => Math.max(last, piece.end), 0);
  const isInside = pieces.every((piece) => piece.start < piece.end);
  if (isInside && (quotedText === null || matchesQuote(text, mention, toTextOffset))) {
    const entity = { start, end, type };
    if (!hasGaps(text, pieces)) return { entity, problem: null };
    const detail = `The entity had ${pieces.length} pieces and now spans all that lies between.`;
    return place(entity, 'brat-discontinuous', detail);
  }
  if (quotedText !== null) {
    // Past the end there is no offset to convert: only what nearly reached the end is looked for.
    const expected = Number.isNaN(start) ? mention.fragments[0].start : start;
    const found = findNearest(text, quotedText, expected);
    if (found !== -1) {
      const detail = `The entity was moved by ${found - expected} characters to where its text is.`;
      const entity = { start: found, end: found + quotedText.length, type };
      return place(entity, 'brat-offset-moved', detail);
    }
  }
  const detail = `The text of the entity is not within ${searchWindow} characters of its offsets.`;
  return place(null, 'brat-offset-unmatched', detail);
}
