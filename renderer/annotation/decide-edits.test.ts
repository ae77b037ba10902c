import { describe, expect, it } from 'vitest';
import {
  acceptMark,
  giveType,
  mergeSpans,
  removeMark,
  resizeMark,
  splitSpan,
  type Situation,
} from './decide-edits.ts';
import { findWords } from './find-words.ts';
import { givenSpan } from './testing/given-span.ts';

const text = 'geen koorts en geen hoest';
const newId = () => 'new';
const situation: Situation = {
  text,
  words: findWords(text),
  spans: [givenSpan('a', 5, 11), givenSpan('b', 15, 25)],
  suggestions: [
    {
      kind: 'span',
      id: 's',
      from: { by: 'terms', name: 'list', score: null, suggestion: null },
      type: 'DISEASE',
      fragments: [{ start: 20, end: 25 }],
      attributes: {},
    },
  ],
  selection: null,
  mark: null,
  isFocused: false,
};
const on = (start: number, end: number, more: Partial<Situation> = {}): Situation => ({
  ...situation,
  selection: { start, end, side: 'end' },
  ...more,
});
const focusing = (kind: 'span' | 'suggestion', id: string): Situation => ({
  ...situation,
  mark: { kind, id },
  isFocused: true,
});

describe('a type', () => {
  it('makes a span of what is chosen, without blanks at its ends', () => {
    const { edits } = giveType(on(4, 12), 'SYMPTOM', newId);
    expect(edits).toEqual([
      {
        kind: 'span-add',
        id: 'new',
        type: 'SYMPTOM',
        fragments: [{ start: 5, end: 11 }],
        attributes: {},
      },
    ]);
    expect(giveType(on(4, 5), 'SYMPTOM', newId).edits).toEqual([]);
    expect(giveType(situation, 'SYMPTOM', newId).edits).toEqual([]);
  });

  it('is that of a focused span or suggestion; around the caret alone it makes a new span', () => {
    expect(giveType(focusing('span', 'a'), 'X', newId).edits).toEqual([
      { kind: 'span-change', id: 'a', type: 'X' },
    ]);
    expect(giveType(focusing('suggestion', 's'), 'X', newId).edits).toEqual([
      { kind: 'accept', suggestion: 's', id: 'new' },
      { kind: 'span-change', id: 'new', type: 'X' },
    ]);
    const around = on(5, 11, { mark: { kind: 'span', id: 'a' } });
    expect(giveType(around, 'X', newId).edits[0].kind).toBe('span-add');
  });
});

it('what is met is removed, rejected or accepted', () => {
  expect(removeMark(focusing('span', 'a')).edits).toEqual([{ kind: 'span-remove', id: 'a' }]);
  expect(removeMark(focusing('suggestion', 's')).edits).toEqual([
    { kind: 'reject', suggestion: 's' },
  ]);
  expect(removeMark(situation).edits).toEqual([]);
  expect(acceptMark(focusing('suggestion', 's'), newId).edits).toEqual([
    { kind: 'accept', suggestion: 's', id: 'new' },
  ]);
  expect(acceptMark(focusing('span', 'a'), newId).edits).toEqual([]);
});

it('an end of a focused span moves by a word, and not beyond the text', () => {
  expect(resizeMark(focusing('span', 'a'), 'end', 1, newId).edits).toEqual([
    { kind: 'span-change', id: 'a', fragments: [{ start: 5, end: 14 }] },
  ]);
  expect(resizeMark(focusing('span', 'a'), 'start', -1, newId).edits).toEqual([
    { kind: 'span-change', id: 'a', fragments: [{ start: 0, end: 11 }] },
  ]);
  expect(resizeMark(focusing('span', 'b'), 'end', 1, newId).edits).toEqual([]);
  expect(resizeMark(focusing('suggestion', 's'), 'start', -1, newId)).toEqual({
    edits: [
      { kind: 'accept', suggestion: 's', id: 'new' },
      { kind: 'span-change', id: 'new', fragments: [{ start: 15, end: 25 }] },
    ],
    focus: { kind: 'span', id: 'new' },
  });
});

it('a span is divided before a word, and two become one', () => {
  const split = splitSpan(on(20, 25, { mark: { kind: 'span', id: 'b' } }), newId);
  expect(split.edits).toEqual([
    { kind: 'span-change', id: 'b', fragments: [{ start: 15, end: 19 }] },
    {
      kind: 'span-add',
      id: 'new',
      type: 'DISEASE',
      fragments: [{ start: 20, end: 25 }],
      attributes: {},
    },
  ]);
  expect(splitSpan(on(15, 19, { mark: { kind: 'span', id: 'b' } }), newId).edits).toEqual([]);
  const merged = [
    { kind: 'span-remove', id: 'b' },
    { kind: 'span-change', id: 'a', fragments: [{ start: 5, end: 25 }] },
  ];
  expect(mergeSpans(focusing('span', 'a')).edits).toEqual(merged);
  expect(mergeSpans(on(6, 20)).edits).toEqual(merged);
  expect(mergeSpans(focusing('span', 'b')).edits).toEqual([]);
});
