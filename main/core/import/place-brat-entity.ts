import type { ImportAction, ImportRule } from '#core/domain/import-report.ts';
import type { EntitySpan } from '#core/domain/text.ts';
import { foldWhitespace, matchQuote, type OffsetUnit } from './brat-offset-units.ts';
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

const escapeForRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

interface Found {
  readonly start: number;
  readonly end: number;
  /** Whether accents or blanks are written otherwise than in the quoted text. */
  readonly isOtherForm: boolean;
}

/** The occurrence of `quote` nearest to `expected` within the window, best to the letter. */
function findNearest(text: string, quote: string, expected: number): Found | null {
  const from = Math.max(0, expected - searchWindow);
  const window = foldWhitespace(text.slice(from, expected + searchWindow + 2 * quote.length));
  const exact = quote.replace(/\s/g, ' ');
  const near = (wanted: RegExp, isOtherForm: boolean): Found | null => {
    const found = Array.from(window.matchAll(wanted), ({ 1: match, index }) => ({
      start: from + index,
      end: from + index + match.length,
      isOtherForm,
    })).filter(({ start }) => start <= expected + searchWindow);
    const distance = ({ start }: Found) => Math.abs(start - expected);
    return found.reduce<Found | null>(
      (best, each) => (best === null || distance(each) < distance(best) ? each : best),
      null,
    );
  };
  const forms = [quote, quote.normalize('NFC'), quote.normalize('NFD')];
  const patterns = forms.map((form) =>
    form
      .split(/\s+/)
      .map((part) => escapeForRegExp(part))
      .join('\\s+'),
  );
  return (
    near(new RegExp(`(?=(${escapeForRegExp(exact)}))`, 'g'), false) ??
    near(new RegExp(`(?=(${patterns.join('|')}))`, 'g'), true)
  );
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

function placeOtherForm(entity: EntitySpan): PlacedMention {
  const detail =
    'The text that the entity quotes has its accents or blanks encoded otherwise than the document.';
  return { entity, problem: { rule: 'brat-quote-form', action: 'kept', detail } };
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
  const match = matchQuote(text, mention, toTextOffset);
  if (isInside && (quotedText === null || match !== 'none')) {
    const entity = { start, end, type };
    if (!hasGaps(text, pieces)) {
      return match === 'other-form' ? placeOtherForm(entity) : { entity, problem: null };
    }
    const detail = `The entity had ${pieces.length} pieces and now spans all that lies between.`;
    return place(entity, 'brat-discontinuous', detail);
  }
  if (quotedText !== null) {
    // Past the end there is no offset to convert: only what nearly reached the end is looked for.
    const expected = Number.isNaN(start) ? mention.fragments[0].start : start;
    const found = findNearest(text, quotedText, expected);
    if (found !== null) {
      const entity = { start: found.start, end: found.end, type };
      const distance = found.start - expected;
      if (found.isOtherForm && distance === 0) return placeOtherForm(entity);
      const detail = `The entity was moved by ${distance} characters to where its text is.`;
      return place(entity, 'brat-offset-moved', detail);
    }
  }
  const detail = `The text of the entity is not within ${searchWindow} characters of its offsets.`;
  return place(null, 'brat-offset-unmatched', detail);
}
