import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCorpusCsvReader, readCorpusCsv } from './read-corpus-csv.ts';
import { anyTextBytes, pieceLengths, readInPieces } from './testing/any-pieces.ts';
import { textEncodings } from './text-encoding.ts';

/** With and without the columns, over several lines, longer than some rows may be. */
const header = fc.constantFrom(
  ...['', 'text,b\n', 'sep=;\r\ntext;b\n', 'text\r', '\n\r\nb,text\n', 'x,y\n', '"x\n\n",z\n'],
  ...['a,a,a,a,a,text;text;b\n', '"text;b",c;text;b;c\n'],
);
const part = fc.constantFrom(
  ...[
    'a',
    'é',
    '"',
    '""',
    ',',
    ';',
    '\n',
    '\r\n',
    '\r',
    'a,b\n',
    '"a,\r\nb",c\n',
    '1,"open\n',
    ',b\n',
  ],
);
const table = fc
  .tuple(header, fc.array(part, { maxLength: 50 }))
  .map(([first, parts]) => `${first}${parts.join('')}`);
/** Broken bytes too: their problem has its place among those of the rows. */
const tableBytes = fc
  .tuple(table, fc.uint8Array({ maxLength: 3 }), fc.nat(30))
  .map(([text, broken, at]) =>
    Uint8Array.of(
      ...new TextEncoder().encode(text.slice(0, at)),
      ...broken,
      ...new TextEncoder().encode(text.slice(at)),
    ),
  );

describe('a column of a CSV file', () => {
  it('is the same from pieces, however cut and however long a row may be', () => {
    const bytes = fc.oneof({ weight: 3, arbitrary: tableBytes }, anyTextBytes);
    const encodings = fc.option(fc.constantFrom(...textEncodings), { nil: undefined });
    const form = fc.record({
      textColumn: fc.constantFrom('text', 'b'),
      longestRecord: fc.constantFrom(10, 40, 1000),
    });
    fc.assert(
      fc.property(bytes, encodings, pieceLengths, form, (input, encoding, lengths, options) => {
        const source = { file: 'a', ...(encoding === undefined ? {} : { encoding }) };
        const pieces = readInPieces(input, { ...source, lengths }, (text) =>
          createCorpusCsvReader(text, options),
        );
        expect(pieces).toEqual(readCorpusCsv(input, 'a', { ...source, ...options }));
      }),
      { numRuns: 4000 },
    );
  });
});
