import { describe, expect, it } from 'vitest';
import { documentWriters } from '#core/export/document-writers.ts';
import { documentFormats, recogniseDocuments } from '#core/import/documents/document-formats.ts';
import { essence, readAgain, writeDocuments } from './exchange.ts';
import { lossesOf } from '#core/export/count-losses.ts';

const format = documentFormats['label-studio'];
const writer = documentWriters['label-studio'];
const text = 'Nega 😀 febră\r\nși tuse.';
const region = (id: string, start: number, end: number, labels: string[]) => ({
  ...{ id, from_name: 'label', to_name: 'text', type: 'labels', origin: 'manual' },
  value: { start, end, text: text.slice(start, end), labels },
});

const tasks = [
  {
    id: 17,
    data: { text, ward: 'A', age: 61, patient: '007', nested: { a: 1 } },
    annotations: [
      {
        ...{ id: 5, completed_by: 3, was_cancelled: false, ground_truth: true, lead_time: 2.5 },
        created_at: '2026-11-30T14:00:00.000Z',
        result: [
          region('r1', 8, 13, ['DISO', 'SYM']),
          {
            ...region('r1', 8, 13, []),
            type: 'choices',
            from_name: 'negated',
            value: { start: 8, end: 13, text: 'febră', choices: ['yes'] },
          },
          region('r2', 18, 22, ['DISO']),
          { type: 'relation', from_id: 'r1', to_id: 'r2', direction: 'right', labels: ['R'] },
          {
            ...{ id: 'c', from_name: 'kind', to_name: 'text', type: 'choices' },
            value: { choices: ['letter'] },
          },
        ],
      },
      { id: 6, completed_by: { id: 4, email: 'b@x' }, result: [region('r3', 8, 13, ['DISO'])] },
      { id: 7, completed_by: 5, was_cancelled: true, result: [region('r4', 0, 4, ['X'])] },
    ],
    drafts: [{ id: 1, result: [region('d', 0, 4, ['X'])] }],
    predictions: [
      { model_version: 'bert-2', score: 0.75, result: [region('p1', 18, 22, ['DISO'])] },
    ],
    meta: { any: 'thing' },
    total_annotations: 2,
  },
  {
    id: 18,
    data: { html: '<p>een <b>twee</b></p>', id: 'own-name' },
    annotations: [
      {
        id: 8,
        result: [
          {
            id: 'h',
            type: 'hypertextlabels',
            from_name: 'l',
            to_name: 't',
            value: {
              start: '/p[1]/text()[1]',
              end: '/p[1]/text()[1]',
              startOffset: 0,
              endOffset: 3,
              hypertextlabels: ['X'],
            },
          },
          {
            id: 't',
            type: 'taxonomy',
            from_name: 'x',
            to_name: 't',
            value: { taxonomy: [['A', 'B'], ['C']] },
          },
        ],
      },
    ],
  },
];
const minimal = [
  {
    ...{ id: 1, text, ward: 'A', label: [{ start: 8, end: 13, text: 'febră', labels: ['DISO'] }] },
    ...{ kind_of: { choices: ['a', 'b'] }, sentiment: 'Positive', annotator: 3, annotation_id: 9 },
    ...{ created_at: '2026-11-30T14:00:00Z', lead_time: 3.5 },
  },
];

const toJson = (files: Record<string, Uint8Array>) =>
  JSON.parse(new TextDecoder().decode(Object.values(files)[0])) as unknown;

describe('Label Studio', () => {
  it.each([
    ['JSON', tasks],
    ['JSON-MIN', minimal],
  ])('%s is recognised, read, and written with all that it held', async (_, content) => {
    const json = JSON.stringify(content, null, 2);
    const head = {
      extension: '.json',
      bytes: new TextEncoder().encode(json),
      text: json,
      besides: [],
    };
    expect(recogniseDocuments(head)[0].format).toBe('label-studio');
    const first = await readAgain(format, { 'a.json': json });
    const written = writeDocuments(writer, first.documents);
    expect(toJson(written)).toEqual(content);
    expect(lossesOf(writer, first.documents)).toEqual([]);
    const second = await readAgain(format, written);
    expect(essence(second.documents)).toEqual(essence(first.documents));
    expect(second.problems.map(({ rule }) => rule)).toEqual(first.problems.map(({ rule }) => rule));
  });

  it('says who and what made each annotation, and what does not count', async () => {
    const { documents, problems } = await readAgain(format, { 'a.json': JSON.stringify(tasks) });
    const said = documents[0].annotations.map((each) => [
      each.kind === 'class' ? each.label : `${each.type} ${each.fragments[0].start}`,
      each.origin.by,
      each.origin.name,
      each.origin.score,
    ]);
    expect(said).toEqual([
      ['letter', 'person', '3', null],
      ['DISO 8', 'person', '3', null],
      ['SYM 8', 'person', '3', null],
      ['DISO 18', 'person', '3', null],
      ['DISO 8', 'person', 'b@x', null],
      ['DISO 18', 'model', 'bert-2', 0.75],
    ]);
    expect(documents[0].annotations[1]).toMatchObject({
      id: 'r1',
      attributes: { negated: 'yes' },
      origin: { atMs: Date.parse('2026-11-30T14:00:00Z') },
    });
    expect(documents[0]).toMatchObject({
      id: '17',
      patient: '007',
      columns: { ward: 'A', age: '61' },
    });
    expect(documents[1]).toMatchObject({
      id: 'own-name',
      annotations: [{ label: 'A / B' }, { label: 'C' }],
    });
    expect(problems.map(({ rule, detail }) => [rule, /^\d+/.exec(detail)?.[0]])).toEqual([
      ['annotation-withdrawn', '1'],
      ['annotation-not-used', '1'],
      ['annotation-not-used', '1'],
    ]);
  });

  it('holds what was changed: labels, answers, and what speaks of a region that is gone', async () => {
    const { documents } = await readAgain(format, { 'a.json': JSON.stringify(tasks) });
    const [document] = documents;
    const annotations = document.annotations.flatMap((each) => {
      if (each.kind === 'span' && each.id === 'r2') return [];
      if (each.kind === 'span' && each.id === 'r1')
        return [{ ...each, attributes: { negated: 'no', sure: 'low' } }];
      return each.kind === 'span' && each.type === 'SYM' ? [] : [each];
    });
    const again = await readAgain(format, writeDocuments(writer, [{ ...document, annotations }]));
    expect(essence(again.documents)).toEqual(essence([{ ...document, annotations }]));
    const [task] = toJson(writeDocuments(writer, [{ ...document, annotations }])) as typeof tasks;
    expect(task.annotations[0].result.map(({ type }) => type)).toEqual([
      'labels',
      'choices',
      'choices',
      'choices',
    ]);
  });

  it('quotes may lack the blanks of the text', async () => {
    const task = {
      data: { text: 'hoge\nkoorts nu' },
      annotations: [
        {
          result: [
            { type: 'labels', value: { start: 0, end: 11, text: 'hogekoorts', labels: ['X'] } },
          ],
        },
      ],
    };
    const { documents, problems } = await readAgain(format, { 'a.json': JSON.stringify([task]) });
    expect(documents[0].annotations).toMatchObject([{ fragments: [{ start: 0, end: 11 }] }]);
    expect(problems.map(({ rule }) => rule)).toEqual(['span-quote-form']);
  });
});
