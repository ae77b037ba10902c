import { firstWordEndingAfter, type TextWords } from './find-words.ts';

/** What is chosen in a text: at least one character, in UTF-16 units, `end` exclusive. */
export interface TextSelection {
  readonly start: number;
  readonly end: number;
  /** The side that moves when the selection is extended. */
  readonly side: 'start' | 'end';
}

export type Direction = 1 | -1;

/** The word at a place or the next one behind it; the last where there is none, null without words. */
export function selectWordAt(words: TextWords, place: number): TextSelection | null {
  const count = words.starts.length;
  if (count === 0) return null;
  return wordOf(words, Math.min(firstWordEndingAfter(words, place), count - 1));
}

/** The word before or behind a selection; where there is none, the outermost word of it. */
export function moveByWord(
  words: TextWords,
  selection: TextSelection,
  by: Direction,
): TextSelection {
  const { first, last } = wordsIn(words, selection);
  return wordOf(words, clamp(by === 1 ? last + 1 : first - 1, words.starts.length));
}

/**
 * Moves the side that was moved before by one word, never to less than one word. A selection of one
 * word grows in whatever direction is asked for.
 */
export function extendByWord(
  words: TextWords,
  selection: TextSelection,
  by: Direction,
): TextSelection {
  const { first, last } = wordsIn(words, selection);
  const side = first === last ? (by === 1 ? 'end' : 'start') : selection.side;
  return moveSide(words, { ...selection, side }, by);
}

/** Moves the given side by one word; it never passes the other. */
export function moveSide(
  words: TextWords,
  { start, end, side }: TextSelection,
  by: Direction,
): TextSelection {
  const { starts, ends } = words;
  const { first, last } = wordsIn(words, { start, end });
  if (side === 'end') {
    // An end inside of a word first goes to its edge.
    const inside = end < ends[last];
    const target = by === 1 ? (inside ? last : last + 1) : last - 1;
    return { start, end: ends[clamp(Math.max(first, target), ends.length)], side };
  }
  const inside = start > starts[first];
  const target = by === -1 ? (inside ? first : first - 1) : first + 1;
  return { start: starts[clamp(Math.min(last, target), starts.length)], end, side };
}

/** Moves the side that was moved before by one character as people count them. */
export function extendByCharacter(
  text: string,
  { start, end, side }: TextSelection,
  by: Direction,
): TextSelection {
  const place = side === 'end' ? end : start;
  const moved = by === 1 ? nextCharacter(text, place) : previousCharacter(text, place);
  if (side === 'end') return moved > start ? { start, end: moved, side } : { start, end, side };
  return moved < end ? { start: moved, end, side } : { start, end, side };
}

/** From one place to another, as a pointer draws it, in whole words. */
export function selectBetween(words: TextWords, from: number, to: number): TextSelection | null {
  const first = selectWordAt(words, Math.min(from, to));
  const last = selectWordAt(words, Math.max(from, to));
  if (first === null || last === null) return null;
  // A pointer that rests in the gap before a word has not reached it.
  const reached = last.start > Math.max(from, to) && last.start > first.start;
  const end = reached ? moveByWord(words, last, -1).end : last.end;
  return { start: first.start, end, side: to < from ? 'start' : 'end' };
}

function wordOf({ starts, ends }: TextWords, index: number): TextSelection {
  return { start: starts[index], end: ends[index], side: 'end' };
}

function wordsIn(
  words: TextWords,
  { start, end }: Pick<TextSelection, 'start' | 'end'>,
): { readonly first: number; readonly last: number } {
  const first = clamp(firstWordEndingAfter(words, start), words.ends.length);
  const last = clamp(firstWordEndingAfter(words, end - 1), words.ends.length);
  return { first, last };
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Enough for any character: a family of emoji has some thirty units. */
const reach = 64;

function nextCharacter(text: string, place: number): number {
  const [found] = characters.segment(text.slice(place, place + reach));
  return place + (found?.segment.length ?? 0);
}

function previousCharacter(text: string, place: number): number {
  const from = Math.max(0, place - reach);
  const before = [...characters.segment(text.slice(from, place))].at(-1);
  return place - (before?.segment.length ?? 0);
}
