import { expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { judgeSpans } from './judge-spans.ts';

it('a text is cut where entities begin and end, and each is named at its end', () => {
  const truths = [
    { start: 0, end: 4, type: 'A' },
    { start: 8, end: 10, type: 'B' },
  ];
  const spans = judgeSpans(truths, [{ start: 0, end: 6, type: 'A', score: 0.9 }]);
  const told = cutText('0123456789', spans).map(({ text, over, ending }) => [
    text,
    over.map(({ verdict }) => verdict).join(),
    ending.map(({ verdict }) => verdict).join(),
  ]);
  expect(told).toEqual([
    ['012345', 'wrong-boundary', 'wrong-boundary'],
    ['67', '', ''],
    ['89', 'missed', 'missed'],
  ]);
});

it('nothing is lost where offsets reach beyond the text', () => {
  const spans = judgeSpans([{ start: 3, end: 99, type: 'A' }], [{ start: 5, end: 7, type: 'B' }]);
  expect(
    cutText('0123456789', spans)
      .map(({ text }) => text)
      .join(''),
  ).toBe('0123456789');
  expect(cutText('', [])).toEqual([]);
});
