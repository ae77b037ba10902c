import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import { fileOrigin, type SourceDocument } from '#core/domain/document.ts';
import { csvWriter } from './csv-writer.ts';
import { lossesOf } from './count-losses.ts';

const document: SourceDocument = {
  id: '007',
  text: 'Regel "een",\r\nș ţ 😀',
  patient: 'p;1',
  date: '2026-11-30',
  language: null,
  kind: null,
  columns: { ward: 'A, B' },
  place: { file: 'a.csv', part: null, line: 2 },
  annotations: [
    { kind: 'class', label: 'hiv', origin: fileOrigin },
    { kind: 'class', label: 'tbc', origin: { ...fileOrigin, by: 'person', name: 'x' } },
    {
      kind: 'span',
      id: null,
      type: 'DISO',
      fragments: [{ start: 0, end: 5 }],
      attributes: { negated: 'true' },
      origin: fileOrigin,
    },
  ],
  carried: null,
};

test('another reader finds the cells as they were', () => {
  const [file] = csvWriter.write([document, { ...document, id: 'b', columns: {} }]);
  const bytes = Buffer.concat([...file.pieces()]);
  const rows: unknown = parse(bytes, { columns: true });
  expect(rows).toMatchObject([
    { id: '007', patient: 'p;1', labels: 'hiv | tbc', ward: 'A, B', text: document.text },
    { id: 'b', ward: '' },
  ]);
});

test('what a table cannot hold is counted before it is written', () => {
  expect(lossesOf(csvWriter, [document])).toMatchObject([
    { what: 'spans', count: 1 },
    { what: 'origins', count: 1 },
  ]);
});
