import { describe, expect, it } from 'vitest';
import { fileOrigin, type Annotation } from '#core/domain/document.ts';
import { toMatch } from './document-search.ts';
import type { DocumentFilter } from './document-queries.ts';
import type { MeasuredDocument } from './documents.ts';
import { newWorkspace } from './testing/temporary-workspace.ts';
import type { Workspace } from './workspace.ts';

const texts = ['Dolor torácico sin fiebre', 'FIEBRE y tos', 'dolor de cabeza', 'neoplasia maligna'];
const dates = [null, '2024', '2025-03', '2025-03-31', '2025-04-01T10:00'];

/** Every document differs from the next in all that can be asked for. */
function documentAt(index: number): MeasuredDocument {
  const annotations: Annotation[] = [
    { kind: 'class', label: index % 4 === 0 ? 'yes' : 'no', origin: fileOrigin },
    ...(index % 3 === 0
      ? [
          {
            kind: 'span' as const,
            id: null,
            type: 'DISO',
            fragments: [{ start: 0, end: 5 }],
            attributes: {},
            origin: fileOrigin,
          },
        ]
      : []),
  ];
  return {
    id: `d${(index * 7919) % 1_000}`,
    text: texts[index % texts.length],
    patient: index % 5 === 0 ? null : `p${index % 11}`,
    date: dates[index % dates.length],
    language: index % 2 === 0 ? 'es' : null,
    languageCertainty: null,
    kind: index % 6 === 0 ? 'letter' : null,
    columns: {},
    place: { file: `f${index % 2}.csv`, part: null, line: index },
    annotations,
    carried: null,
    wordCount: (index * 31) % 17,
    sentenceCount: 1,
    rules: index % 10 === 0 ? ['row-id-empty'] : [],
  };
}

const documents = Array.from({ length: 400 }, (_, index) => documentAt(index));

function fill(workspace: Workspace): number {
  const { id: collectionId } = workspace.collections.create('notes');
  const other = workspace.collections.create('others').id;
  for (const id of [other, collectionId]) {
    const { id: importId } = workspace.documentImports.begin({
      collectionId: id,
      source: null,
      options: null,
    });
    workspace.documents.batch(id, () => {
      for (const each of documents) workspace.documents.put({ collectionId: id, importId }, each);
    });
  }
  return collectionId;
}

type Where = Omit<DocumentFilter, 'collectionId'>;
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What each filter means, said once more without SQL. */
const meanings: readonly (readonly [Where, (document: MeasuredDocument) => boolean])[] = [
  [{}, () => true],
  [{ patient: 'p3' }, ({ patient }) => patient === 'p3'],
  [{ from: '2025-03' }, ({ date }) => date !== null && date >= '2025-03'],
  [{ to: '2025-03' }, ({ date }) => date !== null && date < '2025-04'],
  [{ from: '2024', to: '2024' }, ({ date }) => date === '2024'],
  [{ kind: 'letter' }, ({ kind }) => kind === 'letter'],
  [{ kind: '' }, ({ kind }) => kind === null],
  [{ language: 'es' }, ({ language }) => language === 'es'],
  [
    { class: 'yes' },
    ({ annotations }) => annotations.some((a) => a.kind === 'class' && a.label === 'yes'),
  ],
  [{ type: 'DISO' }, ({ annotations }) => annotations.some((a) => a.kind === 'span')],
  [{ problem: 'row-id-empty' }, ({ rules }) => rules.includes('row-id-empty')],
  [{ file: 'f1.csv' }, ({ place }) => place.file === 'f1.csv'],
  [{ search: 'fiebre' }, ({ text }) => plain(text).includes('fiebre')],
  [{ search: 'toracico dolor' }, ({ text }) => plain(text).includes('toracico')],
  [{ search: 'neopl*' }, ({ text }) => text.includes('neoplasia')],
  [{ search: 'neopl' }, () => false],
  [{ search: '"de cabeza"' }, ({ text }) => text.includes('de cabeza')],
  [{ search: '"cabeza de"' }, () => false],
  [{ search: 'dolor -fiebre' }, ({ text }) => text.includes('cabeza')],
  [{ search: ' " * - ' }, () => false],
  [
    { search: 'dolor', class: 'yes', language: 'es' },
    ({ text, annotations, language }) =>
      plain(text).includes('dolor') &&
      annotations.some((a) => a.kind === 'class' && a.label === 'yes') &&
      language === 'es',
  ],
];

describe('lists of documents', () => {
  const orders = {
    import: null,
    id: ({ id }: MeasuredDocument) => id,
    patient: ({ patient }: MeasuredDocument) => patient ?? '',
    date: ({ date }: MeasuredDocument) => date ?? '',
    words: ({ wordCount }: MeasuredDocument) => wordCount,
  } as const;

  it('hold what a filter means, page by page, in each order and in both directions', () => {
    const workspace = newWorkspace();
    const collectionId = fill(workspace);
    const { documentQueries } = workspace;
    for (const [where, means] of meanings) {
      const filter = { ...where, collectionId };
      const fitting = documents.filter(means);
      expect(documentQueries.count(filter), JSON.stringify(where)).toBe(fitting.length);
      expect(documentQueries.numbers(filter)).toHaveLength(fitting.length);
      for (const [order, key] of Object.entries(orders)) {
        const inOrder =
          key === null
            ? fitting
            : fitting.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
        for (const descending of [false, true]) {
          const expected = (descending ? inOrder.toReversed() : inOrder).map(({ id }) => id);
          const found: string[] = [];
          let after = null;
          do {
            const page = { filter, descending, after, limit: 37, order: order as 'id' };
            const { documents: listed, next } = documentQueries.list(page);
            found.push(...listed.map(({ id }) => id));
            after = next;
          } while (after !== null);
          // Where keys are equal the order of the import decides, turned round when descending.
          if (key === null || !descending) expect(found).toEqual(expected);
          else expect(found.toSorted()).toEqual(expected.toSorted());
        }
      }
    }
  });

  it('offer the values that there are', () => {
    const workspace = newWorkspace();
    const collectionId = fill(workspace);
    expect(workspace.documentQueries.values(collectionId, 'class')).toEqual([
      { value: 'no', count: 300 },
      { value: 'yes', count: 100 },
    ]);
    expect(workspace.documentQueries.values(collectionId, 'problem')).toEqual([
      { value: 'row-id-empty', count: 40 },
    ]);
  });
});

describe('what a person types', () => {
  it.each([
    ['a b', '"a" AND "b"'],
    ['"a b', '"a b"'],
    ['a* -b', '"a" * NOT "b"'],
    ['NOT OR ( ) : ^', '"NOT" AND "OR"'],
    ['-a', null],
    ['', null],
  ])('%j is asked as %j', (typed, match) => {
    expect(toMatch(typed)).toBe(match);
  });
});

it('a removed collection is gone with its words, and the others stay', () => {
  const workspace = newWorkspace();
  const collectionId = fill(workspace);
  workspace.collections.remove(collectionId);
  const [other] = workspace.collections.list();
  expect(other).toMatchObject({ name: 'others', documentCount: 400 });
  const filter = { collectionId: other.id, search: 'fiebre' };
  expect(workspace.documentQueries.count(filter)).toBe(200);
  expect(workspace.checkIntegrity().databaseProblems).toEqual([]);
  workspace.collections.create('notes');
});
