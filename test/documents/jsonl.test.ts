import { describe, expect, it } from 'vitest';
import { documentWriters } from '#core/export/document-writers.ts';
import { documentFormats, recogniseDocuments } from '#core/import/documents/document-formats.ts';
import { essence, readAgain, writeDocuments } from './exchange.ts';
import { lossesOf } from '#core/export/count-losses.ts';

const text = 'Nega 😀 febră\r\nși tuse, e\u0301puise\u0301.';

/** Records of each format as its versions write them, each with an id so that it can be compared whole. */
const records = {
  doccano: [
    {
      id: 1,
      text,
      label: [
        [8, 13, 'DISO'],
        [18, 22, 'DISO'],
      ],
      meta: { ward: 'A', age: 61 },
      Comments: ['x'],
    },
    {
      id: 2,
      data: 'één regel',
      labels: ['pos', 'hiv'],
      approved: true,
      nested: { deep: [1, null] },
    },
    { id: 3, text: 'los', label: 'pos' },
    {
      id: 4,
      text: 'ab cd',
      annotations: [{ id: 9, label: 3, start_offset: 0, end_offset: 2, user: 7 }],
    },
    {
      id: 5,
      text: 'ab cd',
      entities: [{ id: 'e0', label: 'X', start_offset: 3, end_offset: 5 }],
      relations: [{ id: 0, from_id: 'e0', to_id: 'e0', type: 'R' }],
      cats: ['q'],
    },
    {
      id: 6,
      text: 'ab',
      label: [
        [0, 99, 'OUT'],
        ['a', 1, 'X'],
        [0, 2, 'OK', 'extra'],
      ],
    },
    { id: 7, text: 'to translate', annotations: [{ text: 'te vertalen' }] },
  ],
  prodigy: [
    {
      ...{
        id: 'a',
        text,
        _input_hash: -7,
        _task_hash: 5,
        _view_id: 'ner_manual',
        answer: 'accept',
      },
      tokens: [
        { text: 'febră', start: 7, end: 12, id: 0, ws: false },
        { text: 'tuse', start: 17, end: 21, id: 1, ws: false },
      ],
      spans: [
        { start: 7, end: 12, token_start: 0, token_end: 0, label: 'DISO' },
        { start: 7, end: 21, label: 'OVER', source: 'model', input_hash: 3 },
      ],
      ...{ meta: { score: 0.5, source: 'x' }, _annotator_id: 'db-ana', _timestamp: 1_700_000_000 },
    },
    { id: 'b', text: 'b', spans: [{ start: 0, end: 1, label: 'X' }], answer: 'reject' },
    {
      id: 'c',
      text: 'c',
      options: [{ id: 'P', text: 'pos' }],
      accept: ['P'],
      answer: 'accept',
      config: {},
    },
    { id: 'd', text: 'd', label: 'NEG', answer: 'ignore' },
    {
      id: 'e',
      text: 'e f',
      spans: [{ start: 0, end: 1, label: 'X', score: 0.25, source: 'bert' }],
    },
  ],
  spacy: [
    {
      id: 1,
      text,
      ents: [{ start: 7, end: 12, label: 'DISO', id: 'Q1' }],
      tokens: [{ id: 0, start: 0 }],
      _: { x: 1 },
    },
    {
      id: 2,
      text: 'a b',
      entities: [[0, 1, 'X']],
      cats: { POS: 1.0, NEG: 0, MAYBE: 0.75, LOW: 0.25 },
    },
    ['c d', { id: 3, entities: [[2, 3, 'Y']], links: { '(2, 3)': { Q1: 1 } } }, 'tail'],
    {
      id: 4,
      text: 'e f',
      spans: { sc: [{ start: 0, end: 3, label: 'Z', kb_id: '' }], other: [] },
      ents: [],
    },
  ],
} as const;

const toLines = (all: readonly unknown[]) =>
  all.map((each) => `${JSON.stringify(each)}\n`).join('');
const decode = (files: Record<string, Uint8Array>) =>
  new TextDecoder().decode(Object.values(files)[0]);
const toRecords = (lines: string): unknown[] =>
  lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]));

describe.each(['doccano', 'prodigy', 'spacy'] as const)('records of %s', (name) => {
  const [format, writer] = [documentFormats[name], documentWriters[name]];
  const lines = toLines(records[name]);

  it('are recognised', () => {
    const bytes = new TextEncoder().encode(lines);
    const head = { extension: '.jsonl', bytes, text: lines, besides: [] };
    expect(recogniseDocuments(head)[0].format).toBe(name);
  });

  it.each([
    ['one a line', lines],
    ['as a list', JSON.stringify(records[name], null, 1)],
    ['with a byte order mark and CRLF', `\ufeff${lines.replaceAll('\n', '\r\n')}`],
  ])('survive being read and written: %s', async (_, content) => {
    const first = await readAgain(format, { 'a.jsonl': content });
    expect(lossesOf(writer, first.documents)).toEqual([]);
    const written = writeDocuments(writer, first.documents);
    expect(toRecords(decode(written))).toEqual(records[name]);
    const second = await readAgain(format, written);
    expect(essence(second.documents)).toEqual(essence(first.documents));
    expect(second.documents.map(({ carried }) => carried)).toEqual(
      first.documents.map(({ carried }) => carried),
    );
    expect(second.problems.map(({ rule }) => rule)).toEqual(first.problems.map(({ rule }) => rule));
  });

  it('lose what was removed, and hold what was added', async () => {
    const { documents } = await readAgain(format, { 'a.jsonl': lines });
    const edited = documents.map((document) => ({
      ...document,
      columns: { ...document.columns, added: 'x' },
      annotations: [
        ...document.annotations.slice(1),
        {
          kind: 'span',
          id: null,
          type: 'NEW',
          fragments: [{ start: 0, end: 1 }],
          attributes: {},
          origin: document.annotations[0]?.origin ?? {
            by: 'file',
            name: null,
            score: null,
            atMs: null,
            guideline: null,
          },
        },
      ] as typeof document.annotations,
    }));
    const again = await readAgain(format, writeDocuments(writer, edited));
    const said = (all: typeof documents) =>
      all.map(({ annotations, columns }) => ({
        columns,
        annotations: annotations
          .map((each) =>
            each.kind === 'class' ? each.label : `${each.type} ${each.fragments[0].start}`,
          )
          .sort(),
      }));
    const withoutRejected = (all: typeof documents) =>
      said(all.filter(({ columns }) => (columns.answer ?? 'accept') === 'accept'));
    expect(withoutRejected(again.documents)).toEqual(withoutRejected(edited));
  });
});

describe('what records say', () => {
  it('of doccano: spans, classes, columns and what is not used', async () => {
    const { documents, problems } = await readAgain(documentFormats.doccano, {
      'a.jsonl': toLines(records.doccano),
    });
    expect(documents.map(({ annotations }) => annotations.length)).toEqual([2, 2, 1, 1, 2, 1, 0]);
    expect(documents[0]).toMatchObject({
      id: '1',
      columns: { 'meta.ward': 'A', 'meta.age': '61' },
      annotations: [
        { fragments: [{ start: 8, end: 13 }] },
        { fragments: [{ start: 18, end: 22 }] },
      ],
    });
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [6, 'span-offset-unmatched'],
      [6, 'annotation-malformed'],
      [7, 'annotation-not-used'],
    ]);
  });

  it('of Prodigy: who answered, and what was not accepted', async () => {
    const { documents, problems } = await readAgain(documentFormats.prodigy, {
      'a.jsonl': toLines(records.prodigy),
    });
    expect(documents[0].annotations[0]).toMatchObject({
      fragments: [{ start: 8, end: 13 }],
      origin: { by: 'person', name: 'db-ana', atMs: 1_700_000_000_000 },
    });
    expect(documents.map(({ annotations }) => annotations.length)).toEqual([2, 0, 1, 0, 1]);
    expect(documents[4].annotations[0].origin).toMatchObject({
      by: 'model',
      name: 'bert',
      score: 0.25,
    });
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [2, 'annotation-withdrawn'],
      [4, 'annotation-withdrawn'],
    ]);
  });

  it('of spaCy: entities, groups of spans and classes', async () => {
    const { documents } = await readAgain(documentFormats.spacy, {
      'a.jsonl': toLines(records.spacy),
    });
    expect(documents[1].annotations).toMatchObject([
      { label: 'POS', origin: { by: 'file' } },
      { label: 'MAYBE', origin: { by: 'model', score: 0.75 } },
      { type: 'X' },
    ]);
    expect(documents[3].annotations).toMatchObject([{ type: 'Z' }]);
  });
});

describe('the unit of offsets', () => {
  const emoji = 'a 😀 febră 👩🏽‍⚕️ tuse';
  const at = (unit: 'cp' | 'u16' | 'g' | 'b', word: string) => {
    const before = emoji.slice(0, emoji.indexOf(word));
    const count = (part: string) =>
      ({
        cp: Array.from(part).length,
        u16: part.length,
        g: [...new Intl.Segmenter().segment(part)].length,
        b: Buffer.byteLength(part),
      })[unit];
    return [count(before), count(before) + count(word)];
  };
  it.each([
    ['doccano', 'u16', []],
    ['doccano', 'g', ['span-offset-unit']],
    ['doccano', 'cp', ['span-offset-unit']],
    ['doccano', 'b', ['span-offset-unit']],
    ['spacy', 'cp', []],
    ['spacy', 'u16', ['span-offset-unit']],
  ] as const)('of %s is found where it is %s', async (name, unit, rules) => {
    const label = [
      [...at(unit, 'febră'), 'X'],
      [...at(unit, 'tuse'), 'X'],
    ];
    const record = name === 'doccano' ? { text: emoji, label } : { text: emoji, entities: label };
    const { documents, problems } = await readAgain(documentFormats[name], {
      'a.jsonl': toLines([record]),
    });
    const found = documents[0].annotations.map((each) =>
      each.kind === 'span' ? emoji.slice(each.fragments[0].start, each.fragments[0].end) : '',
    );
    expect(found).toEqual(['febră', 'tuse']);
    expect(problems.map(({ rule }) => rule)).toEqual(rules);
  });

  it('is told where nothing says which it is, and taken where it is given', async () => {
    // Of five characters after an emoji any could be meant: none begins or ends a word.
    const record = { text: '😀....', label: [[2, 3, 'X']] };
    const usual = await readAgain(documentFormats.doccano, { 'a.jsonl': toLines([record]) });
    expect(usual.problems.map(({ rule }) => rule)).toEqual(['span-offset-uncertain']);
    const given = await readAgain(
      documentFormats.doccano,
      { 'a.jsonl': toLines([record]) },
      { offsetUnit: 'code-points' },
    );
    expect(given.problems).toEqual([]);
    expect(given.documents[0].annotations).toMatchObject([{ fragments: [{ start: 3, end: 4 }] }]);
  });
});
