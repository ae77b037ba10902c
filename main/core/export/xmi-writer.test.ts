import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { fileOrigin, type SourceDocument } from '#core/domain/document.ts';
import { xmiFormat } from '#core/import/documents/xmi-format.ts';
import { readDocuments } from '#core/import/testing/read-documents.ts';
import { xmiWriter } from './xmi-writer.ts';
import { lossesOf } from './count-losses.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../test/fixtures/uima/${name}`, import.meta.url), 'utf8');
const written = (documents: readonly SourceDocument[]) =>
  Object.fromEntries(
    Array.from(xmiWriter.write(documents), (file) => [
      file.name,
      Buffer.concat([...file.pieces()]).toString('utf8'),
    ]),
  );
const span = (type: string, start: number, end: number, attributes = {}) =>
  ({
    kind: 'span',
    id: null,
    type,
    fragments: [{ start, end }],
    attributes,
    origin: fileOrigin,
  }) as const;
const document: SourceDocument = {
  id: 'map/a.xmi',
  text: 'abc',
  patient: null,
  date: null,
  language: null,
  kind: null,
  columns: {},
  place: { file: 'map/a.xmi', part: null, line: null },
  annotations: [],
  carried: null,
};
const readFixture = () =>
  readDocuments(xmiFormat, {
    'map/note.xmi': fixture('note.xmi'),
    'map/TypeSystem.xml': fixture('TypeSystem.xml'),
  });

test('what came as XMI goes back with all that it carries', async () => {
  const { documents } = await readFixture();
  expect(lossesOf(xmiWriter, documents)).toEqual([]);
  const files = written(documents);
  expect(Object.keys(files)).toEqual(['map/note.xmi', 'TypeSystem.xml']);
  const again = await readDocuments(xmiFormat, files);
  expect(again.problems).toEqual([]);
  expect(again.documents).toEqual(documents);
  const elements = (xml: string) => xml.match(/<[\w:]+ [^>]*/g)?.sort();
  expect(elements(files['map/note.xmi'].replaceAll('/>', '>'))).toEqual(
    elements(
      fixture('note.xmi')
        .replaceAll('/>', '>')
        .replace('\u2028', '&#8232;')
        .replace('\u0085', '&#133;'),
    ),
  );
});

test('changed, new and deleted mentions are in what goes back, and what spoke of a deleted one is not', async () => {
  const [note] = (await readFixture()).documents;
  const [fever, cough, ...rest] = note.annotations;
  if (fever.kind !== 'span' || cough.kind !== 'span') throw new Error('spans are expected');
  const changed: SourceDocument = {
    ...note,
    annotations: [
      { ...cough, type: 'sign', attributes: { codes: 'R05', certainty: 'low' } },
      ...rest,
      span('NEW', 0, 3, { 'a b': '1', begin: '2' }),
    ],
  };
  expect(lossesOf(xmiWriter, [changed])).toMatchObject([{ what: 'carried', count: 2 }]);
  const files = written([changed]);
  const again = await readDocuments(xmiFormat, files);
  expect(again.problems).toEqual([]);
  const mentions = again.documents[0].annotations.flatMap((each) =>
    each.kind === 'span' ? [{ type: each.type, attributes: { ...each.attributes } }] : [],
  );
  expect(mentions).toEqual([
    { type: 'sign', attributes: { codes: 'R05', certainty: 'low' } },
    ...rest.map((each) => each.kind === 'span' && { type: each.type, attributes: each.attributes }),
    { type: 'NEW', attributes: { a_b: '1', begin_2: '2' } },
  ]);
  expect(files['map/note.xmi']).not.toMatch(/custom:Link|cause=/);
  expect(files['TypeSystem.xml']).toContain('<name>certainty</name>');
});

test('any text, of any signs that XML can hold, comes back with its mentions', async () => {
  const sign = fc.constantFrom(
    ...['a', ' ', '\t', '\n', '\r', '\r\n', '\u00a0', '\u0085', '\u2028', '😀', 'e\u0301', 'ş'],
    ...['"', "'", '&', '<', '>', ']]>', '&#13;', '\u0001', '\u001f', '\u007f', '\ufeff', '👩‍⚕️'],
  );
  const texts = fc
    .array(sign, { minLength: 1, maxLength: 30 })
    .map((signs) => `x${signs.join('')}`);
  await fc.assert(
    fc.asyncProperty(texts, fc.nat(40), fc.nat(40), async (text, from, length) => {
      const signs = Array.from(text);
      const before = signs.slice(0, from % signs.length).join('');
      const start = before.length;
      const end =
        start +
        signs
          .slice(from % signs.length)
          .slice(0, length + 1)
          .join('').length;
      const annotations = [span(text.slice(0, 3).trim(), start, end, { value: text })];
      const files = written([{ ...document, text, annotations }]);
      const { documents, problems } = await readDocuments(xmiFormat, files);
      expect(problems).toEqual([]);
      expect(documents[0].text).toBe(text);
      expect(documents[0].annotations).toMatchObject([{ fragments: [{ start, end }] }]);
      expect(written(documents)).toEqual(files);
    }),
  );
});

test('what XML cannot hold is counted, and offsets behind it stay', async () => {
  const text = 'a\u0000b\ud800c\uffff';
  const given = { ...document, text, patient: 'p', annotations: [span('X', 4, 5)] };
  expect(lossesOf(xmiWriter, [given])).toMatchObject([
    { what: 'bytes-of-text', count: 3 },
    { what: 'document-facts', count: 1 },
  ]);
  const { documents } = await readDocuments(xmiFormat, written([given]));
  expect(documents[0].text).toBe('a\ufffdb\ufffdc\ufffd');
  expect(documents[0].annotations).toMatchObject([
    { type: 'X', fragments: [{ start: 4, end: 5 }] },
  ]);
});
