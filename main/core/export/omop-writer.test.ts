import { expect, test } from 'vitest';

import { fileOrigin, type SourceDocument } from '#core/domain/document.ts';
import { omopFormat } from '#core/import/documents/omop-format.ts';
import { readDocuments } from '#core/import/testing/read-documents.ts';
import { omopWriter } from './omop-writer.ts';
import { lossesOf } from './count-losses.ts';

const span = (type: string, start: number, end: number, attributes: Record<string, string>) =>
  ({
    kind: 'span',
    id: null,
    type,
    fragments: [{ start, end }],
    attributes,
    origin: fileOrigin,
  }) as const;
const document: SourceDocument = {
  id: '12',
  text: `😀 "febră",\r\nfără tuse ${'x'.repeat(300)}`,
  patient: '7',
  date: '2026-11-30',
  language: null,
  kind: 'Scrisoare',
  columns: { visit_occurrence_id: '5' },
  place: { file: 'a', part: null, line: null },
  annotations: [
    span('DISO', 3, 10, { negated: 'false' }),
    span('254761', 18, 22, { term_exists: 'N' }),
  ],
  carried: null,
};
const written = (documents: readonly SourceDocument[]) =>
  Object.fromEntries(
    Array.from(omopWriter.write(documents), (file) => [
      file.name,
      Buffer.concat([...file.pieces()]).toString('utf8'),
    ]),
  );

test('notes and mentions come back through the two tables', async () => {
  expect(lossesOf(omopWriter, [document])).toEqual([]);
  const { documents, problems } = await readDocuments(omopFormat, written([document]));
  expect(problems).toEqual([]);
  const [{ annotations, columns, ...facts }] = documents;
  expect(facts).toMatchObject({
    id: '12',
    text: document.text,
    patient: '7',
    date: '2026-11-30',
    kind: 'Scrisoare',
  });
  expect(columns).toMatchObject({ visit_occurrence_id: '5' });
  expect(annotations).toMatchObject(
    document.annotations.map((each) =>
      each.kind === 'span'
        ? { type: each.type, fragments: each.fragments, attributes: each.attributes }
        : each,
    ),
  );
});

test('what the tables cannot hold is counted, and ids that are no numbers get some', async () => {
  const given: SourceDocument = {
    ...document,
    id: 'note A',
    patient: 'P7',
    annotations: [span('X', 23, 323, {}), { kind: 'class', label: 'y', origin: fileOrigin }],
  };
  expect(lossesOf(omopWriter, [given, { ...document, id: '1' }])).toMatchObject([
    { what: 'classes', count: 1 },
    { what: 'document-facts', count: 1 },
    { what: 'text-cut', count: 1 },
  ]);
  const { documents } = await readDocuments(omopFormat, written([given, { ...document, id: '1' }]));
  expect(documents).toMatchObject([
    {
      id: '2',
      patient: '0',
      columns: { note_source_value: 'note A' },
      annotations: [{ fragments: [{ start: 23, end: 273 }] }],
    },
    { id: '1' },
  ]);
});
