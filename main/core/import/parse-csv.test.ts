import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from './parse-csv.ts';

const fieldsOf = (text: string, separator = ','): (readonly string[])[] =>
  parseCsv(text, separator, 'a.csv').records.map((record) => record.fields);

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
        const parsed = parseCsv(text, by, 'a.csv');
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
    const { records, problems } = parseCsv(text, ',', 'a.csv');
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
      const { records, problems } = parseCsv(`id,text\n${`${line}\n`.repeat(lines)}`, ',', 'a');
      expect(records.length + problems.length).toBeGreaterThan(0);
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});
