import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCsvParser, type CsvText, type ParsedCsv } from './parse-csv.ts';

function parseInPieces(pieces: readonly string[], options: Partial<CsvText> = {}): ParsedCsv {
  const textLength = pieces.join('').length;
  const parser = createCsvParser({ file: 'a.csv', separator: ',', textLength, ...options });
  const results = [...pieces.map((piece) => parser.push(piece)), parser.finish()];
  return {
    records: results.flatMap(({ records }) => records),
    problems: results.flatMap(({ problems }) => problems),
  };
}
const parseCsv = (text: string, separator: string): ParsedCsv =>
  parseInPieces([text], { separator });

const fieldsOf = (text: string, separator = ','): (readonly string[])[] =>
  parseCsv(text, separator).records.map((record) => record.fields);

const quote = (field: string): string => `"${field.replaceAll('"', '""')}"`;
const field = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', ' ', '😀') });
const separator = fc.constantFrom(',', ';', '\t');

describe('CSV', () => {
  it('gives back what was written, quotes, separators and line breaks included', () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width })));
    fc.assert(
      fc.property(table, separator, (rows, by) => {
        const text = rows.map((row) => row.map(quote).join(by)).join('\n');
        const filled = rows.filter((row) => row.some((value) => value.trim() !== ''));
        const parsed = parseCsv(text, by);
        expect(parsed.records.map((record) => record.fields)).toEqual(filled);
        expect(parsed.problems).toEqual([]);
        // The line of a record is where its text begins.
        let line = 1;
        const lines = rows.flatMap((row) => {
          const start = line;
          line += row.join('').split('\n').length;
          return row.some((value) => value.trim() !== '') ? [start] : [];
        });
        expect(parsed.records.map((record) => record.line)).toEqual(lines);
      }),
    );
  });

  it('reads what csv-parse reads, quoted or not', () => {
    const plain = field.map((value) => value.replaceAll(/[",;\t\n]/g, '') || 'x');
    const written = fc.oneof(plain, field.map(quote));
    const row = fc.tuple(written, written, written);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), separator, (rows, by) => {
        const text = rows.map((cells) => cells.join(by)).join('\n');
        const reference: string[][] = parse(text, { delimiter: by, record_delimiter: '\n' });
        const filled = reference.filter((cells) => cells.some((cell) => cell.trim() !== ''));
        expect(fieldsOf(text, by)).toEqual(filled);
      }),
    );
  });

  it('keeps quotes inside a field that does not begin with one', () => {
    expect(fieldsOf('a,b\n5" naald,"x"')).toEqual([
      ['a', 'b'],
      ['5" naald', 'x'],
    ]);
  });
});

describe('a broken quote', () => {
  const read = (text: string): { rows: (readonly string[])[]; broken: [number, string][] } => {
    const { records, problems } = parseCsv(text, ',');
    return {
      rows: records.slice(1).map((record) => record.fields),
      broken: problems.map((problem) => [problem.line, problem.rule]),
    };
  };

  it('that is never closed costs its line, not the rest of the file', () => {
    const result = read('id,text\n1,"open\n2,b\n3,c\n');
    expect(result).toEqual({
      rows: [
        ['2', 'b'],
        ['3', 'c'],
      ],
      broken: [[2, 'row-quote']],
    });
  });

  it('that is closed by the next opening quote costs its line only', () => {
    const result = read('id,text\n1,"open\n2,b\n3,"c"\n4,"d, e"\n');
    expect(result.rows).toEqual([
      ['2', 'b'],
      ['3', 'c'],
      ['4', 'd, e'],
    ]);
    expect(result.broken).toEqual([[2, 'row-quote']]);
  });

  it('that swallows rows up to a quote before a separator costs its line only', () => {
    const result = read('id,text\n1,"open\n2,b\n3,", c"\n4,d\n');
    expect(result.rows).toEqual([
      ['2', 'b'],
      ['3', ', c'],
      ['4', 'd'],
    ]);
    expect(result.broken).toEqual([[2, 'row-quote']]);
  });

  it('inside a note of several lines costs the whole note', () => {
    const result = read('id,text\n1,"he said\nso\nand "so" again"\n2,b\n');
    expect(result).toEqual({ rows: [['2', 'b']], broken: [[2, 'row-quote']] });
  });

  it('in every line is found in linear time', () => {
    const lines = 100_000;
    for (const line of ['1,"open', '1,"a"b', '"', '","', '1,"""', '"a\n,b"']) {
      const started = performance.now();
      const { records, problems } = parseCsv(`id,text\n${`${line}\n`.repeat(lines)}`, ',');
      expect(records.length + problems.length).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});

describe('a CSV text in pieces', () => {
  const part = fc.constantFrom(
    ...[
      'a',
      '"',
      '"',
      '""',
      ',',
      '\n',
      '",\n',
      '1,"open\n',
      '2,b\n',
      '3,"c, d"\n',
      '\n\n',
      '"a\nb",',
    ],
  );
  const text = fc.array(part, { maxLength: 60 }).map((parts) => `id,text\n${parts.join('')}`);
  const lengths = fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 5 });
  const cut = (whole: string, by: readonly number[]): string[] => {
    const pieces: string[] = [];
    for (let at = 0; at < whole.length; at += pieces[pieces.length - 1].length) {
      pieces.push(whole.slice(at, at + by[pieces.length % by.length]));
    }
    return pieces;
  };

  it('has the records and problems of the whole, wherever it is cut and however long a row may be', () => {
    const longest = fc.constantFrom(1, 7, 20, 60, 10_000);
    fc.assert(
      fc.property(text, lengths, longest, (whole, by, longestRecord) => {
        const options = { longestRecord, textLength: whole.length };
        expect(parseInPieces(cut(whole, by), options)).toEqual(parseInPieces([whole], options));
        expect(parseInPieces(cut(whole, [1]), options)).toEqual(parseInPieces([whole], options));
      }),
      { numRuns: 3000 },
    );
  });

  const read = (whole: string, longestRecord: number) => {
    const { records, problems } = parseInPieces(cut(whole, [5]), { longestRecord });
    return [
      records.map(({ line, fields }) => [line, ...fields]),
      problems.map(({ line, rule }) => [line, rule]),
    ];
  };

  it('has rows of as many characters as allowed, their line break included, and none of more', () => {
    expect(read('id,text\n1,345678\n', 9)[1]).toEqual([]);
    expect(read('id,text\n1,3456789\n', 9)[1]).toEqual([[2, 'row-too-long']]);
  });

  it('loses no more than the lines of a row that is too long, quoted or not', () => {
    const long = 'x'.repeat(30);
    expect(read(`id,text\n1,${long}\n2,b\n`, 20)).toEqual([
      [
        [1, 'id', 'text'],
        [3, '2', 'b'],
      ],
      [[2, 'row-too-long']],
    ]);
    expect(read(`id,text\n1,"one\ntwo three four\nfive six"\n2,b\n`, 20)).toEqual([
      [
        [1, 'id', 'text'],
        [4, 'five six"'],
        [5, '2', 'b'],
      ],
      [[2, 'row-too-long']],
    ]);
  });

  it('tells a quote that was never closed from the lines after it, without reading all of them', () => {
    const rows = Array.from({ length: 50 }, (_, index) => `${index},b\n`).join('');
    const [records, problems] = read(`id,text\n1,"open\n${rows}`, 40);
    expect(records).toHaveLength(51);
    expect(problems).toEqual([[2, 'row-quote']]);
  });
});
