import fastCheck from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineAt, wrapText } from './wrap-text.ts';

/** Ten pixels a character. */
const measure = (piece: string) => piece.length * 10;
const wrap = (text: string, width: number) =>
  wrapText(text, width, measure).map(({ start, end }) => text.slice(start, end));

describe('lines of a text', () => {
  it('break behind blanks, which may hang over', () => {
    expect(wrap('een twee drie', 80)).toEqual(['een twee ', 'drie']);
    expect(wrap('een twee   drie', 80)).toEqual(['een twee   ', 'drie']);
  });

  it('end where the text breaks them, also where nothing stands between', () => {
    expect(wrap('a\r\n\nb\u2028c', 100)).toEqual(['a', '', 'b', 'c']);
    expect(wrap('', 100)).toEqual(['']);
  });

  it('break a word that is wider than a line, and no emoji', () => {
    expect(wrap('x abcdefgh y', 30)).toEqual(['x ', 'abc', 'def', 'gh ', 'y']);
    expect(wrap('👩‍⚕️👩‍⚕️', 30)).toEqual(['👩‍⚕️', '👩‍⚕️']);
  });

  it('hold every character but breaks, in order, and are as wide as allowed', () => {
    const texts = fastCheck.string({
      unit: fastCheck.constantFrom('a', 'bc', ' ', '\n', '\t', '😀'),
    });
    fastCheck.assert(
      fastCheck.property(texts, fastCheck.integer({ min: 20, max: 90 }), (text, width) => {
        const lines = wrapText(text, width, measure);
        let end = 0;
        for (const line of lines) {
          expect(text.slice(end, line.start)).toMatch(/^(\r\n|\n|\r)?$/);
          expect(measure(text.slice(line.start, line.end).trimEnd())).toBeLessThanOrEqual(width);
          end = line.end;
        }
        expect(end).toBe(text.length);
      }),
    );
  });

  it('are found by a place', () => {
    const lines = wrapText('een twee\ndrie', 50, measure);
    expect([0, 3, 4, 8, 9, 13].map((place) => lineAt(lines, place))).toEqual([0, 0, 1, 1, 2, 2]);
  });
});
