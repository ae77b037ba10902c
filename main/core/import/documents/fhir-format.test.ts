import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { recogniseDocuments } from './document-formats.ts';
import { fhirFormat } from './fhir-format.ts';

const base64 = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text, encoding).toString('base64');
const note = 'Paciënt 😀\r\nmet e\u0301 en ş';
const reference = (id: string, attachment: object, more: object = {}) => ({
  resourceType: 'DocumentReference',
  id,
  status: 'current',
  subject: { reference: 'Patient/p1' },
  type: { coding: [{ system: 'http://loinc.org', code: '11490-0', display: 'Discharge summary' }] },
  date: '2026-11-30T14:05:00+01:00',
  content: [{ attachment }],
  ...more,
});
const lines = (...resources: object[]) => resources.map((each) => JSON.stringify(each)).join('\n');
const read = (files: Record<string, string | Uint8Array>) => readDocuments(fhirFormat, files);

test('attachments become documents with patient, date, kind and language', async () => {
  const { documents, problems } = await read({
    'a.ndjson': lines(
      reference('1', {
        contentType: 'text/plain; charset=UTF-8',
        data: base64(note),
        language: 'nl',
      }),
      {
        resourceType: 'DiagnosticReport',
        id: 'r',
        subject: { identifier: { value: '007' } },
        code: { text: 'CT thorax' },
        effectivePeriod: { start: '2026-01' },
        conclusion: 'Geen bijzonderheden',
        presentedForm: [
          { contentType: 'text/plain;charset=iso-8859-1', data: base64('Reeën', 'latin1') },
          { contentType: 'text/plain', data: base64('Tweede') },
        ],
      },
    ),
  });
  expect(problems).toEqual([]);
  expect(documents).toMatchObject([
    {
      id: 'DocumentReference/1',
      text: note,
      patient: 'p1',
      date: '2026-11-30T14:05:00+01:00',
      language: 'nl',
      kind: 'Discharge summary',
      place: { file: 'a.ndjson', line: 1 },
    },
    {
      id: 'DiagnosticReport/r#1',
      text: 'Reeën',
      patient: '007',
      date: '2026-01',
      kind: 'CT thorax',
      columns: { conclusion: 'Geen bijzonderheden' },
      place: { line: 2 },
    },
    { id: 'DiagnosticReport/r#2', text: 'Tweede' },
  ]);
});

test('a url is followed to a Binary of the same files, and nowhere else', async () => {
  const uuid = 'urn:uuid:9d8c';
  const binary = (id: string, text: string) => ({
    resourceType: 'Binary',
    id,
    contentType: 'text/plain',
    data: base64(text),
  });
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { fullUrl: uuid, resource: binary('x', 'by full url') },
      { resource: reference('1', { url: uuid }) },
      { resource: reference('2', { url: 'Binary/b' }) },
      { resource: reference('3', { url: 'https://example.org/secret.txt' }) },
      {
        resource: reference(
          '4',
          { url: '#c' },
          { contained: [{ ...binary('c', 'contained'), id: 'c' }] },
        ),
      },
      { resource: reference('5', { url: '#missing' }) },
    ],
  };
  const { documents, problems } = await read({
    'bundle.json': JSON.stringify(bundle, null, 2),
    'Binary.ndjson': lines(binary('b', 'by id'), binary('unused', 'of nobody')),
  });
  expect(Object.fromEntries(documents.map(({ id, text }) => [id, text]))).toEqual({
    'DocumentReference/1': 'by full url',
    'DocumentReference/2': 'by id',
    'DocumentReference/4': 'contained',
  });
  expect(problems.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    ['bundle.json', 6, 'fhir-url'],
    ['Binary.ndjson', 2, 'fhir-resource-other'],
    ['bundle.json', 4, 'fhir-url'],
  ]);
  expect(JSON.stringify(problems)).not.toContain('secret');
});

test('a Binary of another server with the same id is not taken', async () => {
  const binary = { resourceType: 'Binary', id: 'b', data: base64('x') };
  const at = (server: string) => reference(server, { url: `https://${server}/fhir/Binary/b` });
  const one = await read({ 'a.ndjson': lines(at('a'), binary) });
  expect(one.documents.map(({ text }) => text)).toEqual(['x']);
  const two = await read({ 'a.ndjson': lines(at('a'), at('b'), binary) });
  expect(two.documents).toEqual([]);
  expect(two.problems.map(({ rule }) => rule)).toEqual([
    'fhir-resource-other',
    'fhir-url',
    'fhir-url',
  ]);
});

test('what cannot be read is told, and what stands beside it is read', async () => {
  const { documents, problems } = await read({
    'a.ndjson': [
      '{"resourceType":"DocumentRef',
      JSON.stringify(reference('1', { data: base64('x') }, { status: 'entered-in-error' })),
      JSON.stringify(reference('2', { contentType: 'application/pdf', data: base64('%PDF') })),
      JSON.stringify(reference('3', { data: '***' })),
      JSON.stringify(reference('4', {})),
      JSON.stringify({ resourceType: 'Patient', id: 'p1', name: [{ family: 'Secret' }] }),
      '[]',
      JSON.stringify(reference('5', { data: base64('goed') })),
    ].join('\r\n'),
  });
  expect(documents.map(({ text }) => text)).toEqual(['goed']);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
    [1, 'json-malformed'],
    [2, 'fhir-entered-in-error'],
    [3, 'fhir-attachment'],
    [4, 'fhir-attachment'],
    [5, 'fhir-attachment'],
    [7, 'json-malformed'],
    [6, 'fhir-resource-other'],
  ]);
  expect(JSON.stringify(problems)).not.toContain('Secret');
});

test('it is recognised by its resources', () => {
  const text = JSON.stringify(reference('1', {}));
  const head = { extension: '.json', bytes: new TextEncoder().encode(text), text, besides: [] };
  expect(recogniseDocuments(head)[0]?.format).toBe('fhir');
});
