import { expect, test } from 'vitest';
import { splitText } from './split-text.ts';

const span = (type: string, ...fragments: (readonly [number, number])[]) => ({
  type,
  fragments: fragments.map(([start, end]) => ({ start, end })),
  attributes: {},
  origin: { by: 'file', name: null, score: null, atMs: null, guideline: null } as const,
});
const told = (text: string, ...spans: ReturnType<typeof span>[]) =>
  splitText(text, spans).map(({ text, spans, ending }) => [text, spans.join(), ending.join()]);

test('a text without mentions is one stretch, an empty one none', () => {
  expect(told('abc')).toEqual([['abc', '', '']]);
  expect(told('')).toEqual([]);
});

test('mentions that overlap, nest and lie in pieces are all there, and each is named at its end', () => {
  const text = 'pijn in arm en been';
  const outer = span('PHRASE', [0, 19]);
  const arm = span('DISO', [0, 4], [8, 11]);
  const been = span('DISO', [0, 4], [15, 19]);
  expect(told(text, arm, outer, been)).toEqual([
    ['pijn', '1,0,2', ''],
    [' in ', '1', ''],
    ['arm', '1,0', '0'],
    [' en ', '1', ''],
    ['been', '1,2', '1,2'],
  ]);
});

test('nothing of the text is lost, whatever the offsets', () => {
  const spans = [span('A', [2, 4]), span('B', [3, 99]), span('C', [3, 5]), span('D', [2, 4])];
  const stretches = splitText('0123456789', spans);
  expect(stretches.map(({ text }) => text).join('')).toBe('0123456789');
});
