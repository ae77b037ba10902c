import { expect, test } from 'vitest';

import { docxOf } from '../testing/docx-of.ts';
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
      JSON.stringify(reference('2', { contentType: 'image/png', data: base64('x') })),
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

test('attachments of other kinds are read as files of their kinds are', async () => {
  const html = '<p>Eerste</p><script>x</script><p>Tweede &eacute;</p>';
  const rtf = String.raw`{\rtf1\ansi\ansicpg1252 Brief \'eb\par Tweede}`;
  const docx = docxOf('<w:p><w:r><w:t>Uit Word</w:t></w:r></w:p>');
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const { documents, problems } = await read({
    'a.ndjson': lines(
      reference('1', { contentType: 'text/html; charset=utf-8', data: base64(html) }),
      reference('2', { contentType: 'application/rtf', data: base64(rtf) }),
      reference('3', { contentType: word, data: Buffer.from(docx).toString('base64') }),
      reference('4', { contentType: 'text/plain; charset=iso-8859-2', data: 'c6Vy' }),
      reference('5', { contentType: 'application/octet-stream', data: base64(rtf) }),
      reference('6', { data: base64(note) }),
      reference('7', { contentType: 'application/dicom', data: base64('x') }),
    ),
  });
  expect(documents.map(({ id, text }) => [id.at(-1), text])).toEqual([
    ['1', 'Eerste\nTweede é'],
    ['2', 'Brief ë\nTweede'],
    ['3', 'Uit Word'],
    ['4', 'sĽr'],
    ['5', 'Brief ë\nTweede'],
    ['6', note],
  ]);
  expect(documents[2]).toMatchObject({ patient: 'p1', place: { file: 'a.ndjson', line: 3 } });
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[7, 'fhir-attachment']]);
});

test('sections of a Composition, notes and narratives become documents', async () => {
  const div = (html: string) => ({
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${html}</div>`,
  });
  const composition = {
    resourceType: 'Composition',
    id: 'c',
    status: 'final',
    title: 'Ontslagbrief',
    type: { text: 'Discharge' },
    subject: { reference: 'Patient/p1' },
    date: '2026-11-30',
    text: div('Kop'),
    section: [
      {
        title: 'Anamnese',
        text: div('<p>Koorts &amp; hoest</p><p>sinds gisteren</p>'),
        section: [{ title: 'Familie', text: div('Geen') }, { title: 'Leeg' }],
      },
      { text: div('<table><tr><td>Hb</td><td>7,2</td></tr></table>') },
      { title: 'Beleid', section: [{ title: 'Thuis', text: div('Rust') }] },
    ],
  };
  const { documents, problems } = await read({
    'bundle.json': JSON.stringify({
      resourceType: 'Bundle',
      type: 'document',
      entry: [
        composition,
        { ...composition, id: 'd', section: [] },
        { ...composition, id: 'e', section: undefined, text: undefined },
        {
          resourceType: 'Condition',
          id: 'k',
          code: { text: 'Pneumonie' },
          subject: { reference: 'Patient/p1' },
          recordedDate: '2026-11-29',
          note: [{ text: 'Links basaal' }, { text: 'Herstellend' }],
        },
        { resourceType: 'DiagnosticReport', id: 'r', text: div('CT zonder bijzonderheden') },
        { resourceType: 'Observation', id: 'o', valueString: 'x' },
      ].map((resource) => ({ resource })),
    }),
  });
  expect(documents).toMatchObject([
    {
      id: 'Composition/c',
      text: 'Anamnese\nKoorts & hoest\nsinds gisteren\n\nFamilie\nGeen\n\nHb\t7,2\n\nBeleid\n\nThuis\nRust',
      patient: 'p1',
      date: '2026-11-30',
      kind: 'Discharge',
      columns: { title: 'Ontslagbrief' },
      place: { file: 'bundle.json', line: 1 },
    },
    { id: 'Composition/d', text: 'Kop' },
    {
      id: 'Condition/k',
      text: 'Links basaal\n\nHerstellend',
      kind: 'Pneumonie',
      date: '2026-11-29',
    },
    { id: 'DiagnosticReport/r', text: 'CT zonder bijzonderheden' },
  ]);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
    [3, 'fhir-attachment'],
    [6, 'fhir-resource-other'],
  ]);
});
