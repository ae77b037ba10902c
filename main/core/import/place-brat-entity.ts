import type { ImportAction, ImportRule } from '#core/domain/import-report.ts';
import type { EntitySpan, Span } from '#core/domain/text.ts';
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

type PlacedProblem = PlacedMention['problem'];

/** Where the pieces of a mention are in the text. */
export interface PlacedFragments {
  /** In order and without overlap; null where the mention is nowhere. */
  readonly fragments: readonly Span[] | null;
  readonly problem: PlacedProblem;
}

const otherForm: PlacedProblem = {
  rule: 'brat-quote-form',
  action: 'kept',
  detail:
    'The text that the entity quotes has its accents or blanks encoded otherwise than the document.',
};

/** Pieces that overlap become one. */
function joinOverlapping(pieces: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last === undefined || piece.start >= last.end) joined.push(piece);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, piece.end) };
  }
  return joined;
}

/**
 * Finds the pieces of a mention in the text. One whose offsets do not match its quoted text is
 * moved, as one piece, to the nearest match within 64 characters, or left out.
 */
export function placeBratFragments(
  text: string,
  mention: Pick<BratMention, 'fragments' | 'quotedText'>,
  toTextOffset: OffsetUnit['toTextOffset'],
): PlacedFragments {
  const { quotedText } = mention;
  const pieces = mention.fragments
    .map(({ start, end }) => ({ start: toTextOffset(start), end: toTextOffset(end) }))
    .sort((a, b) => a.start - b.start);
  const { start } = pieces[0];
  const isInside = pieces.every((piece) => piece.start < piece.end);
  const match = matchQuote(text, mention, toTextOffset);
  if (isInside && (quotedText === null || match !== 'none')) {
    const problem = match === 'other-form' ? otherForm : null;
    return { fragments: joinOverlapping(pieces), problem };
  }
  if (quotedText !== null) {
    // Past the end there is no offset to convert: only what nearly reached the end is looked for.
    const expected = Number.isNaN(start) ? mention.fragments[0].start : start;
    const found = findNearest(text, quotedText, expected);
    if (found !== null) {
      const fragments = [{ start: found.start, end: found.end }];
      const distance = found.start - expected;
      if (found.isOtherForm && distance === 0) return { fragments, problem: otherForm };
      const detail = `The entity was moved by ${distance} characters to where its text is.`;
      return { fragments, problem: { rule: 'brat-offset-moved', action: 'repaired', detail } };
    }
  }
  const detail = `The text of the entity is not within ${searchWindow} characters of its offsets.`;
  const problem = { rule: 'brat-offset-unmatched', action: 'left-out', detail } as const;
  return { fragments: null, problem };
}

/** Turns a mention into one span of the text, as training has it: its pieces are joined. */
export function placeBratEntity(
  text: string,
  mention: BratMention,
  toTextOffset: OffsetUnit['toTextOffset'],
): PlacedMention {
  const { fragments, problem } = placeBratFragments(text, mention, toTextOffset);
  if (fragments === null) return { entity: null, problem };
  const entity = { start: fragments[0].start, end: fragments[fragments.length - 1].end };
  if (!hasGaps(text, fragments)) return { entity: { ...entity, type: mention.type }, problem };
  const detail = `The entity had ${mention.fragments.length} pieces and now spans all that lies between.`;
  return {
    entity: { ...entity, type: mention.type },
    problem: { rule: 'brat-discontinuous', action: 'repaired', detail },
  };
}
