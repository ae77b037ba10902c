import { describe, expect, it } from 'vitest';
import { findWords } from './find-words.ts';
import {
  extendByCharacter,
  extendByWord,
  moveByWord,
  moveSide,
  selectBetween,
  selectWordAt,
  type TextSelection,
} from './select-words.ts';

const text = 'Geen koorts, wel hoest 👩‍⚕️.';
const words = findWords(text);
const chosen = (selection: TextSelection | null) =>
  selection === null ? null : text.slice(selection.start, selection.end);
const at = (place: number) => selectWordAt(words, place)!;

describe('a selection', () => {
  it('is the word at a place, the next behind a gap, or the last', () => {
    expect(chosen(at(1))).toBe('Geen');
    expect(chosen(at(4))).toBe('koorts');
    expect(chosen(at(text.length))).toBe('.');
    expect(selectWordAt(findWords(' \n'), 0)).toBeNull();
  });

  it('moves word by word and stays at the ends of the text', () => {
    expect(chosen(moveByWord(words, at(0), 1))).toBe('koorts');
    expect(chosen(moveByWord(words, at(0), -1))).toBe('Geen');
    expect(chosen(moveByWord(words, at(text.length), 1))).toBe('.');
    const wide = extendByWord(words, at(0), 1);
    expect(chosen(moveByWord(words, wide, 1))).toBe(',');
  });

  it('grows by a word a key and shrinks back to the word where it began, on either side', () => {
    const begun = at(14);
    const right = extendByWord(words, begun, 1);
    expect(chosen(right)).toBe('wel hoest');
    expect(extendByWord(words, right, -1)).toEqual(begun);
    const left = extendByWord(words, extendByWord(words, begun, -1), -1);
    expect(chosen(left)).toBe('koorts, wel');
    expect(chosen(extendByWord(words, left, 1))).toBe(', wel');
    expect(chosen(extendByWord(words, extendByWord(words, left, 1), 1))).toBe('wel');
  });

  it('grows by characters as people count them, and never to nothing', () => {
    const emoji = selectWordAt(words, text.indexOf('👩'))!;
    const before = { ...emoji, end: emoji.start + 0, start: emoji.start - 1, side: 'end' as const };
    expect(chosen(extendByCharacter(text, before, 1))).toBe(' 👩‍⚕️');
    const one: TextSelection = { start: 5, end: 6, side: 'end' };
    expect(extendByCharacter(text, one, -1)).toEqual(one);
    expect(chosen(extendByCharacter(text, { start: 5, end: 11, side: 'start' }, 1))).toBe('oorts');
  });

  it('keeps an exact end until it is moved, which first leads to the edge of the word', () => {
    const exact: TextSelection = { start: 5, end: 8, side: 'end' };
    expect(chosen(moveSide(words, exact, 1))).toBe('koorts');
    expect(chosen(moveSide(words, { start: 7, end: 11, side: 'start' }, -1))).toBe('koorts');
    expect(chosen(moveSide(words, { start: 5, end: 11, side: 'start' }, 1))).toBe('koorts');
  });

  it('drawn by a pointer holds the words that it met, whichever way it went', () => {
    expect(chosen(selectBetween(words, 7, 15))).toBe('koorts, wel');
    expect(chosen(selectBetween(words, 15, 7))).toBe('koorts, wel');
    expect(chosen(selectBetween(words, 1, 4))).toBe('Geen');
    expect(selectBetween(words, 15, 7)?.side).toBe('start');
  });
});
