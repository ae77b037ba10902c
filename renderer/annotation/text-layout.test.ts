import { expect, it } from 'vitest';
import { selectWordAt } from './select-words.ts';
import { breakText, layOut, moveByLine } from './text-layout.ts';

const text = 'een\ttwee drie\n\nvier vijf zes';
const measure = (piece: string) => piece.length * 10;
const broken = breakText(text, 1000, measure);
const chosen = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

it('up and down lead to the nearest word of the next line that has one', () => {
  const drie = selectWordAt(broken.words, text.indexOf('drie'))!;
  const below = moveByLine(broken, drie, 1);
  expect(chosen(below)).toBe('zes');
  expect(chosen(moveByLine(broken, below, -1))).toBe('drie');
  expect(chosen(moveByLine(broken, drie, -1))).toBe('drie');
});

it('lines grow with the lanes of their marks', () => {
  const { tops } = layOut(
    broken,
    [
      { start: 0, end: 8, label: 'A' },
      { start: 4, end: 8, label: 'B' },
    ],
    { text: 20, lane: 10 },
    (label) => label.length * 5,
  );
  expect([...tops]).toEqual([0, 40, 60, 80]);
});
