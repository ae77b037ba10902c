import { largestOf } from '#core/base/extremes.ts';
import type { Span } from '#core/domain/text.ts';
import { createOffsetMap, type OffsetMap, type OffsetUnit } from '#core/domain/offset-units.ts';

/** A mention as a row of NOTE_NLP has it. */
export interface QuotedMention {
  readonly quote: string;
  /** Null where the row gives none that is a number. */
  readonly offset: number | null;
}

/** A mention found in the text, or not. */
export type PlacedMention =
  { readonly span: Span; readonly isMoved: boolean } | { readonly span: null };

/** Units in which tools count, the most usual first. */
const units: readonly OffsetUnit[] = ['code-points', 'utf-16', 'bytes'];
/** How far from its offset a mention is looked for before the whole text is. */
const nearby = 200;

/** OMOP says text: "15", also "15-21" or "15,21", of which the first number counts. */
export function readOffset(cell: string | undefined): number | null {
  const digits = /^\s*(\d{1,10})(?!\d)/.exec(cell ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

const standsAt = (text: string, quote: string, start: number): boolean =>
  !Number.isNaN(start) && text.startsWith(quote, start);

/** The place of the quote in the text that is the nearest to `from`; −1 where there is none. */
function findNearest(text: string, quote: string, from: number): number {
  const before = text.lastIndexOf(quote, from);
  const after = text.indexOf(quote, from);
  if (before === -1 || after === -1) return Math.max(before, after);
  return from - before <= after - from ? before : after;
}

/** Near an offset, in any case of letters where it does not stand there as it is. */
function findNear(text: string, quote: string, at: number): number {
  const start = Math.max(0, at - nearby);
  const window = text.slice(start, at + nearby + quote.length);
  const found = findNearest(window, quote, at - start);
  if (found !== -1) return start + found;
  const lower = window.toLowerCase();
  // Letters that become two in lower case would shift all that follow.
  if (lower.length !== window.length) return -1;
  const folded = findNearest(lower, quote.toLowerCase(), at - start);
  return folded === -1 ? -1 : start + folded;
}

/**
 * Mentions in a text: at their offsets, in the unit in which most stand there; else at the nearest
 * place where the text is the quoted one, near their offsets in any case of letters.
 */
export function placeMentions(
  text: string,
  mentions: readonly QuotedMention[],
  given: OffsetUnit | undefined,
): readonly PlacedMention[] {
  const maps = (given === undefined ? units : [given]).map((unit) => createOffsetMap(text, unit));
  const matchesOf = ({ toText }: OffsetMap) =>
    mentions.filter(({ quote, offset }) => offset !== null && standsAt(text, quote, toText(offset)))
      .length;
  const matches = maps.map(matchesOf);
  const { toText } = maps[matches.indexOf(largestOf(matches))];
  // Characters that may be searched beyond what is near: a hostile table must not take quadratic time.
  let budget = 64 * text.length;
  return mentions.map(({ quote, offset }) => {
    const start = offset === null ? Number.NaN : toText(offset);
    const spanAt = (at: number) => ({ start: at, end: at + quote.length });
    if (quote === '') return { span: null };
    if (standsAt(text, quote, start)) return { span: spanAt(start), isMoved: false };
    let found = Number.isNaN(start) ? -1 : findNear(text, quote, start);
    if (found === -1 && budget > 0) {
      budget -= text.length;
      found = findNearest(text, quote, Number.isNaN(start) ? 0 : start);
    }
    return found === -1 ? { span: null } : { span: spanAt(found), isMoved: found !== start };
  });
}
