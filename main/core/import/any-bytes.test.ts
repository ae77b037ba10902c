import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importRules, type ImportResult } from '#core/domain/import-report.ts';
import { readBioColumns } from './read-bio-columns.ts';
import { readBrat } from './read-brat.ts';
import { readCorpusCsv } from './read-corpus-csv.ts';
import { readLabelledCsv } from './read-labelled-csv.ts';
import { readPlainText } from './read-plain-text.ts';

const readers: Record<string, (bytes: Uint8Array) => ImportResult<unknown>> = {
  'text by file': (bytes) => readPlainText(bytes, 'f', { unit: 'file' }),
  'text by line': (bytes) => readPlainText(bytes, 'f', { unit: 'line' }),
  'text by block': (bytes) => readPlainText(bytes, 'f', { unit: 'block' }),
  'labelled CSV': (bytes) => readLabelledCsv(bytes, 'f', { columns: { text: 'a', label: 'b' } }),
  'corpus CSV': (bytes) => readCorpusCsv(bytes, 'f', { textColumn: 'a' }),
  'brat annotations': (bytes) =>
    readBrat([
      { file: 'f.txt', bytes: new TextEncoder().encode('fiebre 🩺 alta\r\ny tos') },
      { file: 'f.ann', bytes },
    ]),
  'brat text': (bytes) =>
    readBrat([
      { file: 'f.txt', bytes },
      { file: 'f.ann', bytes: new TextEncoder().encode('T1\tX 0 1\ta\nT2\tY 1 3;4 6\tb c\n') },
    ]),
  'BIO columns': (bytes) => readBioColumns(bytes, 'f'),
  'BIO columns, column given': (bytes) => readBioColumns(bytes, 'f', { tagColumn: 7, maxWords: 0 }),
};

/** Pieces of all formats, so that chance finds the corners and not only noise. */
const piece = fc.constantFrom(
  ...['a,b', 'a;b', '"', '""', ',', ';', '\t', '\n', '\r\n', '\r', ' ', '# ', '-DOCSTART-', 'T1'],
  ...['\tX 0 5', ';8 12', 'B-X', 'I-X', 'I-', 'o', 'O', '🩺', '\ud83e', '\u0000', '\ufeff', 'ë'],
);
const structured = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  structured.map((text) => new TextEncoder().encode(text)),
  structured.map((text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))),
  structured.map((text) => new TextEncoder().encode(`a,b\n${text}`)),
);

describe.each(Object.entries(readers))('any bytes as %s', (_, read) => {
  it('give items and problems, never an exception', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const { items, problems } = read(input);
        // Nothing vanishes without a word.
        expect(items.length + problems.length).toBeGreaterThan(0);
        for (const problem of problems) {
          expect(importRules).toHaveProperty([problem.rule]);
          expect(problem.line).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('give no exception when a whole large file is wrong', () => {
    const row = 'T1\tX 9 8\ta "\n';
    expect(() => read(new TextEncoder().encode(row.repeat(150_000)))).not.toThrow();
    expect(() =>
      read(new TextEncoder().encode(`a,b\n${'x I-X\n\n'.repeat(150_000)}`)),
    ).not.toThrow();
  });
});
