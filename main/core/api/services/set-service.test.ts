import { describe, expect, it } from 'vitest';
import { isLocked } from '#core/collection/sets/lock-sets.ts';
import { fileOrigin, type Annotation } from '#core/domain/document.ts';
import type { MeasuredDocument } from '#core/storage/documents.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { FrozenFilterView } from '../contract/frozen-sets.ts';
import { procedures } from '../contract/procedures.ts';
import { createSetService } from './set-service.ts';

const label = (name: string): Annotation => ({ kind: 'class', label: name, origin: fileOrigin });
const mention = (type: string): Annotation => ({
  kind: 'span',
  id: null,
  type,
  fragments: [{ start: 0, end: 3 }],
  attributes: {},
  origin: fileOrigin,
});

function note(id: string, text: string, changes: Partial<MeasuredDocument> = {}): MeasuredDocument {
  return {
    id,
    text,
    patient: null,
    date: null,
    language: 'nl',
    languageCertainty: null,
    kind: 'letter',
    columns: {},
    place: { file: 'a.csv', part: null, line: null },
    annotations: [],
    carried: null,
    wordCount: 3,
    sentenceCount: 1,
    rules: [],
    ...changes,
  };
}

function bringIn(workspace: Workspace, documents: readonly MeasuredDocument[], name = 'notes') {
  const { collections, documentImports } = workspace;
  const { id: collectionId } = collections.findByName(name) ?? collections.create(name);
  const { id: importId } = documentImports.begin({ collectionId, source: {}, options: {} });
  workspace.documents.batch(collectionId, () => {
    for (const each of documents) workspace.documents.put({ collectionId, importId }, each);
  });
  return collectionId;
}

const everything: FrozenFilterView = {
  search: null,
  patient: null,
  from: null,
  to: null,
  kind: null,
  language: null,
  class: null,
  type: null,
  problem: null,
};
const of = { name: 'gold', version: 1 };

function open() {
  const workspace = newWorkspace();
  const collectionId = bringIn(workspace, [
    note('1', 'Koorts en hoest.', { annotations: [label('ja'), mention('ZIEKTE')] }),
    note('2', 'Geen koorts meer.', { patient: 'p1', date: '2026-11-30', kind: 'report' }),
    note('3', 'Controle van de wond.', { patient: 'p1', annotations: [label('nee')] }),
  ]);
  const sets = createSetService(workspace);
  const filter = { collectionId, ...everything };
  const idsOf = async (narrowing: Partial<FrozenFilterView>) => {
    const numbers = await sets.numbers(of, { ...everything, ...narrowing });
    return numbers.map((number) => workspace.documents.identity(number).id);
  };
  return { workspace, collectionId, sets, filter, idsOf };
}

describe('the documents inside a frozen set', () => {
  it('are those that were frozen, found by the words and labels they had then', async () => {
    const { workspace, sets, filter, idsOf } = open();
    await sets.freeze({ name: 'gold', filter, only: { by: 'all' }, isLocked: false });
    expect(await idsOf({})).toEqual(['1', '2', '3']);
    bringIn(workspace, [
      note('1', 'Nu heel iets anders.', { annotations: [label('nee')] }),
      note('4', 'Koorts van een ander.'),
    ]);
    expect(await idsOf({})).toEqual(['1', '2', '3']);
    // The first is only in an earlier text, the second in one that is current.
    expect(await idsOf({ search: 'kóórts' })).toEqual(['1', '2']);
    expect(await idsOf({ search: 'anders' })).toEqual([]);
    expect(await idsOf({ search: '"' })).toEqual([]);
    bringIn(workspace, [note('2', 'Ook anders.', { patient: 'p1' })]);
    expect(await idsOf({ search: 'koorts -hoest' })).toEqual(['2']);
    expect(await idsOf({ class: 'ja' })).toEqual(['1']);
    expect(await idsOf({ class: 'nee' })).toEqual(['3']);
    expect(await idsOf({ type: 'ZIEKTE' })).toEqual(['1']);
    expect(await idsOf({ patient: 'p1', to: '2026' })).toEqual(['2']);
    expect(await idsOf({ kind: 'letter' })).toEqual(['1', '3']);
    const values = procedures['sets.values'].output.parse(await sets.values(of));
    expect(values).toMatchObject({
      class: [
        { value: 'ja', count: 1 },
        { value: 'nee', count: 1 },
      ],
      type: [{ value: 'ZIEKTE', count: 1 }],
      kind: [
        { value: 'letter', count: 2 },
        { value: 'report', count: 1 },
      ],
    });
  });

  it('open with text and annotations as frozen, and others do not', async () => {
    const { workspace, sets, filter } = open();
    await sets.freeze({ name: 'gold', filter, only: { by: 'all' }, isLocked: false });
    bringIn(workspace, [note('1', 'Nu anders.'), note('5', 'Later.')]);
    const [first, second] = await sets.numbers(of, everything);
    const frozen = procedures['sets.document'].output.parse(await sets.document(of, first));
    expect(frozen).toMatchObject({
      text: 'Koorts en hoest.',
      isCurrent: false,
      classes: [{ label: 'ja' }],
      spans: [{ type: 'ZIEKTE' }],
      collection: { name: 'notes' },
    });
    expect((await sets.document(of, second)).isCurrent).toBe(true);
    const { number } = workspace.documents.findByOwnId(frozen.collection.id, '5')!;
    await expect(sets.document(of, number)).rejects.toMatchObject({ code: 'record.missing' });
    await expect(sets.numbers({ ...of, version: 2 }, everything)).rejects.toMatchObject({
      code: 'record.missing',
    });
  });
});

describe('freezing', () => {
  it('takes a share of the patients, lists, and locks', async () => {
    const { workspace, sets, filter, idsOf } = open();
    const events: unknown[] = [];
    sets.subscribe((event) => events.push(event));
    const listed = { filter, only: { by: 'documents', names: ['3', '1'] } } as const;
    expect(await sets.count(listed)).toEqual({ documents: 2, patients: 1 });
    await sets.freeze({ name: 'gold', ...listed, isLocked: true });
    expect(await idsOf({})).toEqual(['1', '3']);
    expect(isLocked(workspace, workspace.labelledSets.get('gold'))).toBe(true);
    expect(events).toEqual([{ type: 'collections-changed' }]);
    const patients = { filter, only: { by: 'patients', names: ['p1'] } } as const;
    expect(await sets.count(patients)).toEqual({ documents: 2, patients: 1 });
    const share = { filter, only: { by: 'share', share: 0.5, seed: 1 } } as const;
    const { documents } = await sets.count(share);
    expect([1, 2]).toContain(documents);
    expect(await sets.count(share)).toEqual({ documents, patients: documents - 1 });
    const missing = { filter, only: { by: 'patients', names: ['p1', 'p9'] } } as const;
    await expect(sets.count(missing)).rejects.toMatchObject({ code: 'record.missing' });
    const none = { filter: { ...filter, kind: 'none' }, only: { by: 'all' } } as const;
    await expect(sets.freeze({ name: 'x', ...none, isLocked: false })).rejects.toMatchObject({
      code: 'dataset.empty',
    });
  });

  it('asks for a share between nothing and all', () => {
    const { filter } = open();
    const { input } = procedures['sets.countChosen'];
    for (const share of [0, 1, -1, Number.NaN]) {
      expect(input.safeParse({ filter, only: { by: 'share', share, seed: 1 } }).success).toBe(
        false,
      );
    }
    expect(input.safeParse({ filter, only: { by: 'patients', names: [] } }).success).toBe(false);
  });
});
