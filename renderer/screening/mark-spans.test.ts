import { expect, it } from 'vitest';
import { markSpans } from './mark-spans.ts';

it('cuts a text where terms stand, and loses none of it', () => {
  const text = 'lues en herpes zoster';
  const terms = [
    { start: 0, end: 4 },
    { start: 8, end: 21 },
    { start: 15, end: 21 },
  ];
  expect(markSpans(text, terms)).toEqual([
    { text: 'lues', isTerm: true },
    { text: ' en ', isTerm: false },
    { text: 'herpes zoster', isTerm: true },
  ]);
  expect(markSpans(text, [])).toEqual([{ text, isTerm: false }]);
  expect(markSpans('', [])).toEqual([]);
});
