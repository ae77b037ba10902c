import { expect, it } from 'vitest';
import { placeMarks, type Mark } from './place-marks.ts';
import { linesBetween, topsOf } from './seen-lines.ts';
import { wrapText } from './wrap-text.ts';

const text = 'geen koorts en hoest';
const lines = wrapText(text, 120, (piece) => piece.length * 10);
const measures = {
  distance: ({ start }: { start: number }, place: number) => (place - start) * 10,
  labelWidth: (label: string) => label.length * 6,
};
const mark = (words: string, label = 'X'): Mark => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, label };
};

it('a mark over two lines is drawn in both and named where it begins', () => {
  const [first, second] = placeMarks(lines, [mark('koorts en')], measures);
  expect(first.marks).toEqual([{ mark: 0, left: 50, width: 70, lane: 0, begins: true }]);
  expect(second.marks).toEqual([{ mark: 0, left: 0, width: 20, lane: 0, begins: false }]);
});

it('marks that touch, or whose labels would, take different lanes; others share one', () => {
  const lanes = (marks: Mark[]) =>
    placeMarks(lines, marks, measures)[0].marks.map(({ mark, lane }) => [mark, lane]);
  expect(lanes([mark('geen'), mark('koorts')])).toEqual([
    [0, 0],
    [1, 0],
  ]);
  expect(lanes([mark('koorts'), mark('geen koorts')])).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(lanes([mark('geen', 'A_LONG_LABEL'), mark('koorts')])).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

it('lines of which a part is seen are found by their heights, which grow with their lanes', () => {
  const tops = topsOf([0, 2, 0], { text: 20, lane: 10 });
  expect([...tops]).toEqual([0, 20, 60, 80]);
  expect(linesBetween(tops, 0, 19)).toEqual({ start: 0, end: 1 });
  expect(linesBetween(tops, 25, 70)).toEqual({ start: 1, end: 3 });
  expect(linesBetween(tops, 500, 900)).toEqual({ start: 3, end: 3 });
});
