import { expect, test } from 'vitest';

import { fileOrigin, type SourceDocument } from '#core/domain/document.ts';
import { readDocuments } from '#core/import/testing/read-documents.ts';
import { xlsxFormat } from '#core/import/documents/xlsx-format.ts';
import { xlsxWriter } from './xlsx-writer.ts';
import { lossesOf } from './count-losses.ts';

const document: SourceDocument = {
  id: '007',
  text: '=HYPERLINK("x")\r\nș ţ 😀 <&> _x000D_ \t \u0001\n einde ',
  patient: '+1',
  date: '2026-11-30',
  language: 'nl',
  kind: 'brief',
  columns: { afdeling: '-A' },
  place: { file: 'a.csv', part: null, line: 2 },
  annotations: [{ kind: 'class', label: 'hiv', origin: fileOrigin }],
  carried: null,
};

const bytesOf = (documents: SourceDocument[]) => {
  const [file] = xlsxWriter.write(documents);
  return new Uint8Array(Buffer.concat([...file.pieces()]));
};

test('the reader finds every character again, and no formula', async () => {
  const { documents, problems } = await readDocuments(xlsxFormat, {
    'a.xlsx': bytesOf([document, { ...document, id: 'b', columns: {} }]),
  });
  const { place, ...same } = document;
  expect(documents[0]).toEqual({ ...same, place: { file: 'a.xlsx', part: 'documents', line: 2 } });
  expect(place.file).toBe('a.csv');
  expect(documents[1].columns).toEqual({});
  expect(problems).toEqual([]);
});

test('what is longer than a cell is cut, and that is said before', async () => {
  const long = { ...document, text: `${'x'.repeat(32_766)}😀` };
  expect(lossesOf(xlsxWriter, [document, long])).toMatchObject([{ what: 'text-cut', count: 1 }]);
  const { documents } = await readDocuments(xlsxFormat, { 'a.xlsx': bytesOf([long]) });
  expect(documents[0].text).toBe('x'.repeat(32_766));
});
