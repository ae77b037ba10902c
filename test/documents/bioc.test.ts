import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '#core/domain/document.ts';
import { documentWriters } from '#core/export/document-writers.ts';
import { documentFormats, recogniseDocuments } from '#core/import/documents/document-formats.ts';
import { essence, readAgain, writeDocuments } from './exchange.ts';
import { lossesOf } from '#core/export/count-losses.ts';

const format = documentFormats['bioc-json'];
const writer = documentWriters['bioc-json'];

const title = 'Febră 😀 și tuse';
const abstract = 'Fără durere. Dolor del brazo.';
const lengthOf = (text: string) => Array.from(text).length;
const offset = lengthOf(title) + 1;
const at = (text: string, word: string, from: number) => ({
  offset: from + lengthOf(text.slice(0, text.indexOf(word))),
  length: lengthOf(word),
});

const collection = {
  ...{ source: 'PubTator', date: '2026', key: 'k', infons: { any: 'x' } },
  documents: [
    {
      id: '123',
      infons: { patient: 'p1', ward: 'A' },
      passages: [
        {
          ...{ offset: 0, infons: { type: 'title', section: 'T' }, text: title },
          annotations: [
            {
              id: '1',
              infons: { type: 'Disease', identifier: 'D1', score: 0.5 },
              text: 'tuse',
              locations: [at(title, 'tuse', 0)],
            },
          ],
          relations: [],
        },
        {
          ...{ offset, infons: { type: 'abstract' } },
          sentences: [
            { offset, infons: {}, text: 'Fără durere.', annotations: [], relations: [] },
            {
              ...{ offset: offset + 13, infons: {}, text: 'Dolor del brazo.' },
              annotations: [
                {
                  id: '2',
                  infons: { type: 'Disease' },
                  text: 'Dolor brazo',
                  locations: [
                    { offset: offset + 13, length: 5 },
                    { offset: offset + 23, length: 5 },
                  ],
                },
                { id: '3', infons: {}, text: 'nowhere', locations: [{ offset: 999, length: 7 }] },
              ],
            },
          ],
          annotations: [],
        },
      ],
      annotations: [
        {
          id: '4',
          infons: { type: 'Anat' },
          text: 'brazo',
          locations: [{ offset: offset + 23, length: 5 }],
        },
      ],
      relations: [
        {
          id: 'R1',
          infons: { type: 'CID' },
          nodes: [
            { refid: '1', role: 'a' },
            { refid: '2', role: 'b' },
          ],
        },
      ],
    },
    { id: '124', infons: {}, passages: [{ offset: 0, infons: {}, text: 'x y', annotations: [] }] },
  ],
};

const mentionsOf = ({ text, annotations }: SourceDocument) =>
  annotations.flatMap((each) =>
    each.kind === 'span'
      ? [[each.type, ...each.fragments.map(({ start, end }) => text.slice(start, end))]]
      : [],
  );
const toJson = (files: Record<string, Uint8Array>) =>
  JSON.parse(new TextDecoder().decode(Object.values(files)[0])) as typeof collection;
const bestFor = (extension: string, text: string) =>
  recogniseDocuments({ extension, bytes: new TextEncoder().encode(text), text, besides: [] })[0]
    .format;

const expected = [
  ['Disease', 'tuse'],
  ['Disease', 'Dolor', 'brazo'],
  ['Anat', 'brazo'],
];

describe('BioC JSON', () => {
  it.each([
    ['a collection', JSON.stringify(collection)],
    ['of many lines', JSON.stringify(collection, null, 2)],
    ['a list of documents', JSON.stringify(collection.documents)],
    ['one a line', collection.documents.map((each) => `${JSON.stringify(each)}\n`).join('')],
  ])('is read and written with all that it held: %s', async (_, json) => {
    expect(bestFor('.json', json)).toBe('bioc-json');
    const first = await readAgain(format, { 'a.json': json });
    expect(first.documents[0].text).toBe(`${title}\nFără durere.\nDolor del brazo.`);
    expect(first.documents[0]).toMatchObject({ id: '123', patient: 'p1', columns: { ward: 'A' } });
    expect(first.documents.map((each) => mentionsOf(each).sort())).toEqual([
      expected.toSorted(),
      [],
    ]);
    expect(first.problems.map(({ rule }) => rule)).toEqual([
      'span-offset-unmatched',
      'annotation-not-used',
    ]);
    expect(lossesOf(writer, first.documents)).toEqual([]);
    const written = writeDocuments(writer, first.documents);
    expect(toJson(written).documents).toEqual(collection.documents);
    if (json.includes('PubTator')) expect(toJson(written)).toEqual(collection);
    const second = await readAgain(format, written);
    expect(essence(second.documents)).toEqual(essence(first.documents));
  });

  it('may count bytes, as its specification says: then it is written in code points', async () => {
    const inBytes = (at: number, text: string) =>
      Buffer.byteLength(Array.from(text).slice(0, at).join(''));
    const all = `${title}\n${abstract}`;
    const passage = (text: string, from: number, word: string) => ({
      ...{ offset: inBytes(from, all), infons: {}, text },
      annotations: [
        {
          ...{ id: word, infons: { type: 'X' }, text: word },
          locations: [
            {
              offset: inBytes(from, all) + Buffer.byteLength(text.slice(0, text.indexOf(word))),
              length: Buffer.byteLength(word),
            },
          ],
        },
      ],
    });
    const document = {
      id: 'b',
      passages: [passage(title, 0, 'tuse'), passage(abstract, offset, 'brazo')],
    };
    const { documents, problems } = await readAgain(format, {
      'a.json': JSON.stringify([document]),
    });
    expect(documents.map(mentionsOf)).toEqual([
      [
        ['X', 'tuse'],
        ['X', 'brazo'],
      ],
    ]);
    expect(documents[0].text).toBe(all);
    expect(problems.map(({ rule }) => rule)).toEqual(['span-offset-unit']);
    const again = await readAgain(format, writeDocuments(writer, documents));
    expect(again.problems).toEqual([]);
    expect(essence(again.documents)).toEqual(essence(documents));
  });
});

describe('BioC XML', () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE collection SYSTEM "BioC.dtd">
<collection><source>S</source><date>2026</date><key>k</key>
<document><id>123</id><infon key="ward">A</infon>
<passage><infon key="type">title</infon><offset>0</offset><text>${title}</text>
<annotation id="1"><infon key="type">Disease</infon><infon key="identifier">D1</infon><location offset="11" length="4"/><text>tuse</text></annotation></passage>
<passage><offset>${offset}</offset><sentence><offset>${offset}</offset><text>A &lt; 5 &amp; pijn</text>
<annotation id="2"><infon key="type">Sym</infon><location offset="${offset + 8}" length="4"/><text>pijn</text></annotation></sentence></passage>
<relation id="R1"><infon key="type">X</infon><node refid="1" role="a"/><node refid="2" role="b"/></relation>
</document></collection>`;

  it('is what the same in JSON is', async () => {
    expect(bestFor('.xml', xml)).toBe('bioc-xml');
    const { documents, problems } = await readAgain(documentFormats['bioc-xml'], { 'a.xml': xml });
    expect(documents).toMatchObject([
      { id: '123', text: `${title}\nA < 5 & pijn`, columns: { ward: 'A' } },
    ]);
    expect(documents.map(mentionsOf)).toEqual([
      [
        ['Disease', 'tuse'],
        ['Sym', 'pijn'],
      ],
    ]);
    expect(documents[0].annotations[0]).toMatchObject({
      id: '1',
      attributes: { identifier: 'D1' },
    });
    expect(problems.map(({ rule }) => rule)).toEqual(['annotation-not-used']);
    const written = writeDocuments(writer, documents);
    expect(toJson(written)).toMatchObject({
      source: 'S',
      documents: [
        {
          relations: [
            {
              id: 'R1',
              nodes: [
                { refid: '1', role: 'a' },
                { refid: '2', role: 'b' },
              ],
            },
          ],
        },
      ],
    });
    expect(essence((await readAgain(format, written)).documents)).toEqual(essence(documents));
  });
});

describe('PubTator', () => {
  const pubtator = [
    `1|t|${title}`,
    `1|a|${abstract}`,
    `1\t11\t15\ttuse\tDisease\tD003371`,
    `1\t${offset + 5}\t${offset + 11}\tdurere\tT184\tUMLS:C0030193`,
    '1\tCID\tD003371\tD010146',
    'broken line',
    '',
    '2|t|Alleen een titel',
    '2|a|',
    '2\t11\t16\ttitel\tX',
    '',
    '3|t|',
    '3|a|Alleen tekst',
    '3\t8\t13\ttekst\tX',
    '',
  ].join('\n');

  it('counts through title and abstract, with one character between, also where one is empty', async () => {
    expect(bestFor('.txt', pubtator)).toBe('pubtator');
    const { documents, problems } = await readAgain(documentFormats.pubtator, {
      'a.txt': pubtator,
    });
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['1', `${title}\n${abstract}`],
      ['2', 'Alleen een titel'],
      ['3', 'Alleen tekst'],
    ]);
    expect(documents.map(mentionsOf)).toEqual([
      [
        ['Disease', 'tuse'],
        ['T184', 'durere'],
      ],
      [['X', 'titel']],
      [['X', 'tekst']],
    ]);
    expect(documents[0].annotations[1]).toMatchObject({
      attributes: { identifier: 'UMLS:C0030193' },
    });
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [6, 'annotation-malformed'],
      [1, 'annotation-not-used'],
    ]);
    const again = await readAgain(format, writeDocuments(writer, documents));
    expect(essence(again.documents)).toEqual(essence(documents));
  });
});
