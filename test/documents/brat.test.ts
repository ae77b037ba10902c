import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bratWriter } from '#core/export/brat-writer.ts';
import { bratFormat } from '#core/import/documents/brat-format.ts';
import { readDocuments } from '#core/import/testing/read-documents.ts';
import { essence, readAgain, writeDocuments } from './exchange.ts';
import { lossesOf } from '#core/export/count-losses.ts';

const text = 'Nega 😀 febră\r\nși tuse, dolor de brazo izquierdo.';
const lines = [
  'T1\tDISO 7 12\tfebră',
  'A1\tNegated T1',
  '#1\tAnnotatorNotes T1\tde văzut',
  'T2\tDISO 17 21\ttuse',
  '',
  'T3\tDISO 23 28;32 37\tdolor brazo',
  'M1\tCertainty T3 foarte mare',
  'E1\tDISO:T2 Loc:T3',
  'A2\tSpeculation E1',
  'R1\tCause Arg1:T1 Arg2:T2\t',
  'N1\tReference T1 SNOMED:386661006\tfever',
  '*\tEquiv T1 T2',
  'T4\tANAT 32 47\tbrazo izquierdo',
  'T5\tDISO 900 905\tnergens',
];

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a document of brat', () => {
  it.each([
    ['LF', `${lines.join('\n')}\n`],
    ['CRLF', `${lines.join('\r\n')}\r\n`],
    ['no break at its end', lines.join('\n')],
  ])('is written as it was read: %s', async (_, annotations) => {
    const files = { 'map/a.txt': text, 'map/a.ann': annotations };
    const { documents, problems } = await readDocuments(bratFormat, files);
    expect(documents[0].annotations).toMatchObject([
      { id: 'T1', fragments: [{ start: 8, end: 13 }], attributes: { Negated: 'true' } },
      { id: 'T2' },
      {
        id: 'T3',
        fragments: [
          { start: 24, end: 29 },
          { start: 33, end: 38 },
        ],
        attributes: { Certainty: 'foarte mare' },
      },
      { id: 'T4', fragments: [{ start: 33, end: 48 }] },
    ]);
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([[14, 'brat-offset-unmatched']]);
    const written = writeDocuments(bratWriter, documents);
    expect(
      Object.fromEntries(Object.entries(written).map(([name, bytes]) => [name, decode(bytes)])),
    ).toEqual(files);
    expect(lossesOf(bratWriter, documents)).toEqual([]);
  });

  it('loses what speaks of a span that is gone, and says how much; what is new stands at the end', async () => {
    const { documents } = await readDocuments(bratFormat, {
      'a.txt': text,
      'a.ann': lines.join('\n'),
    });
    const [document] = documents;
    const [first, , third, ...others] = document.annotations;
    const added = {
      ...third,
      id: null,
      type: 'Twee woorden',
      attributes: { Negated: 'true' },
    } as const;
    const changed = {
      ...document,
      annotations: [{ ...first, type: 'SYMPTOM' }, third, ...others, added],
    };
    expect(lossesOf(bratWriter, [changed])).toMatchObject([
      { what: 'carried', count: 4 },
      { what: 'names-changed', count: 1 },
    ]);
    expect(decode(writeDocuments(bratWriter, [changed])['a.ann']).split('\n')).toEqual([
      'T1\tSYMPTOM 7 12\tfebră',
      ...lines.slice(1, 3),
      ...lines.slice(4, 7),
      lines[10],
      ...lines.slice(12),
      'T6\tTwee_woorden 23 28;32 37\tdolor brazo',
      'A2\tNegated T6',
    ]);
  });

  it('becomes canonical where its tool wrote otherwise, and means the same', async () => {
    const nfd = 'me\u0301tastase du\nfoie 😀 droit';
    const ann = 'T1 DIS 0 10\tm\u00e9tastase\nT1\tDIS 11 20\tdu\nfoie 😀\nT3\tDIS 21 26\tdroit\n';
    const first = await readAgain(bratFormat, { 'a.txt': nfd, 'a.ann': ann });
    expect(first.problems.map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'brat-quote-lines'],
      [2, 'brat-id-repeated'],
      [1, 'brat-quote-form'],
    ]);
    const written = writeDocuments(bratWriter, first.documents);
    expect(decode(written['a.ann'])).toBe(
      'T1\tDIS 0 10\tme\u0301tastase\nT3\tDIS 21 26\tdroit\nT4\tDIS 11 20\tdu foie 😀\n',
    );
    const second = await readAgain(bratFormat, written);
    expect(second.problems).toEqual([]);
    expect(writeDocuments(bratWriter, second.documents)).toEqual(written);
  });
});

const cantemist = '../shared/data/cantemist';

describe.skipIf(!existsSync(cantemist))(`CANTEMIST, skipped where ${cantemist} is absent`, () => {
  it.each([
    ['train', { documents: 501, mentions: 6396 }],
    ['dev1', { documents: 250, mentions: 3341 }],
  ])('%s is kept whole and written byte for byte', async (part, expected) => {
    const files = Object.fromEntries(
      readdirSync(`${cantemist}/${part}`).map((name) => [
        name,
        new Uint8Array(readFileSync(`${cantemist}/${part}/${name}`)),
      ]),
    );
    const { documents, problems } = await readAgain(bratFormat, files, {}, 65_536);
    expect(problems).toEqual([]);
    const mentions = documents.reduce((sum, { annotations }) => sum + annotations.length, 0);
    expect({ documents: documents.length, mentions }).toEqual(expected);
    const written = writeDocuments(bratWriter, documents);
    const differing = Object.keys(files).filter(
      (name) => Buffer.compare(files[name], written[name]) !== 0,
    );
    expect(differing).toEqual([]);
    expect(essence((await readAgain(bratFormat, written, {}, 65_536)).documents)).toEqual(
      essence(documents),
    );
  });
});
