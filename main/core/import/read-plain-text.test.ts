import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlainTextReader, readPlainText } from './read-plain-text.ts';
import { anyTextBytes, pieceLengths, readInPieces } from './testing/any-pieces.ts';
import { textEncodings } from './text-encoding.ts';

const bytes = new TextEncoder().encode('Eerste regel\r\ntweede\r\n\r\n  \r\nDerde\n');
const textsBy = (unit: 'file' | 'line' | 'block'): [string, string][] =>
  readPlainText(bytes, 'notes.txt', { unit }).items.map(({ id, text }) => [id, text]);

describe('plain text', () => {
  it('is one document per file', () => {
    expect(textsBy('file')).toEqual([['notes.txt', 'Eerste regel\ntweede\n\n  \nDerde']]);
  });

  it('is one document per line, blank lines aside, with true line numbers', () => {
    expect(textsBy('line')).toEqual([
      ['notes.txt:1', 'Eerste regel'],
      ['notes.txt:2', 'tweede'],
      ['notes.txt:5', 'Derde'],
    ]);
  });

  it('is one document per block between blank lines', () => {
    expect(textsBy('block')).toEqual([
      ['notes.txt:1', 'Eerste regel\ntweede'],
      ['notes.txt:5', 'Derde'],
    ]);
  });

  it('is reported when there is none', () => {
    for (const empty of ['', ' \n\t\n']) {
      const result = readPlainText(new TextEncoder().encode(empty), 'e.txt', { unit: 'line' });
      expect(result.items).toEqual([]);
      expect(result.problems).toMatchObject([{ file: 'e.txt', line: 1, rule: 'file-empty' }]);
    }
  });

  it.each(['file', 'line', 'block'] as const)(
    'by %s is the same from pieces, however cut',
    (unit) => {
      const encodings = fc.option(fc.constantFrom(...textEncodings), { nil: undefined });
      const longest = fc.constantFrom(5, 20, 1000);
      fc.assert(
        fc.property(
          anyTextBytes,
          encodings,
          pieceLengths,
          longest,
          (input, encoding, lengths, most) => {
            const options = { unit, longestDocument: most };
            const source = { file: 'a', ...(encoding === undefined ? {} : { encoding }) };
            const pieces = readInPieces(input, { ...source, lengths }, (examined) =>
              createPlainTextReader(examined, options),
            );
            expect(pieces).toEqual(readPlainText(input, 'a', { ...source, ...options }));
          },
        ),
        { numRuns: 1500 },
      );
    },
  );

  it('leaves out a document that is too long, says so, and keeps the others', () => {
    const text = 'short\n\nlonger than\nthat\n\nshort too';
    const read = (unit: 'file' | 'line' | 'block') => {
      const options = { unit, longestDocument: 10 };
      const { items, problems } = readPlainText(new TextEncoder().encode(text), 'a', options);
      return [items.map((item) => item.text), problems.map(({ line, rule }) => [line, rule])];
    };
    expect(read('line')).toEqual([['short', 'that', 'short too'], [[3, 'document-too-long']]]);
    expect(read('block')).toEqual([['short', 'short too'], [[3, 'document-too-long']]]);
    expect(read('file')).toEqual([[], [[1, 'document-too-long']]]);
  });
});
