import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { casJsonFormat } from './cas-json-format.ts';
import { recogniseDocuments } from './document-formats.ts';
import { xmiFormat } from './xmi-format.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../test/fixtures/uima/${name}`, import.meta.url), 'utf8');
const expected = JSON.parse(fixture('expected.json')) as {
  text: string;
  mentions: { type: string; start: number; end: number; attributes: Record<string, string> }[];
};
const byPlace = (mentions: typeof expected.mentions) =>
  [...mentions].sort((a, b) => a.start - b.start || a.end - b.end);

test.each([
  ['XMI', xmiFormat, { 'map/note.xmi': 'note.xmi', 'map/TypeSystem.xml': 'TypeSystem.xml' }],
  ['JSON', casJsonFormat, { 'map/note.json': 'note.json' }],
] as const)('%s of dkpro-cassis has its text and mentions', async (_, format, names) => {
  const files = Object.fromEntries(
    Object.entries(names).map(([name, file]) => [name, fixture(file)]),
  );
  const { documents, problems } = await readDocuments(format, files);
  expect(problems.filter(({ rule }) => rule !== 'cas-layer-other')).toEqual([]);
  expect(documents).toHaveLength(1);
  const [{ text, language, columns, annotations }] = documents;
  expect(text).toBe(expected.text);
  expect([language, columns]).toEqual(['nl', { documentTitle: 'note.txt' }]);
  const mentions = annotations.flatMap((each) =>
    each.kind === 'span'
      ? [{ type: each.type, ...each.fragments[0], attributes: { ...each.attributes } }]
      : [],
  );
  expect(byPlace(mentions)).toEqual(byPlace(expected.mentions));
});

const xmi = (inside: string, text = 'abc def') =>
  `<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">\n${inside}\n<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/></xmi:XMI>`;

test('offsets outside of the text, and mentions that cover nothing, are told with their line', async () => {
  const { documents, problems } = await readDocuments(xmiFormat, {
    'a.xmi': xmi(`<custom:Drug xmi:id="2" sofa="1" begin="4" end="99"/>
<custom:Drug xmi:id="3" sofa="1" begin="4" end="4"/>
<custom:Drug xmi:id="4" sofa="1" begin="4" end="7"/>`),
    'b.xmi': '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"/>',
    'c.xmi': 'no xml',
  });
  expect(documents.map(({ id, annotations }) => [id, annotations.length])).toEqual([['a.xmi', 1]]);
  expect(problems.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    ['a.xmi', 2, 'cas-offset'],
    ['a.xmi', 3, 'cas-offset'],
    ['b.xmi', 1, 'cas-text-missing'],
    ['c.xmi', 1, 'xml-malformed'],
    ['c.xmi', 1, 'cas-text-missing'],
  ]);
});

test('a type system belongs to the files of its folder and below', () => {
  expect(
    xmiFormat.group?.(['a/TypeSystem.xml', 'a/x.xmi', 'a/b/y.xmi', 'c/z.xmi', 'w.xmi']),
  ).toEqual([['a/TypeSystem.xml', 'a/x.xmi', 'a/b/y.xmi'], ['c/z.xmi'], ['w.xmi']]);
});

test('both are recognised by what is in them', () => {
  const formatOf = (text: string, extension: string) =>
    recogniseDocuments({ extension, bytes: new TextEncoder().encode(text), text, besides: [] })[0]
      .format;
  expect(formatOf(fixture('note.xmi'), '.xml')).toBe('xmi');
  expect(formatOf(fixture('note.json'), '.json')).toBe('casJson');
});
