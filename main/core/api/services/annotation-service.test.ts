import { describe, expect, it } from 'vitest';
import type { Person } from '#core/domain/person.ts';
import { cheapScrypt, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { applyEditsSchema, appliedSchema } from '../contract/annotation-edits.ts';
import {
  labellersSchema,
  openedDocumentSchema,
  projectSchema,
  queuePageSchema,
  type CreateProject,
} from '../contract/annotation.ts';
import { createAnnotationService } from './annotation-service.ts';

const everything = {
  state: null,
  isFlagged: null,
  isUnsure: null,
  hasRemark: null,
  label: null,
  search: null,
};
const allOf = {
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

function putNotes(workspace: Workspace, count: number): number {
  const { id: collectionId } = workspace.collections.create('notes');
  const { id: importId } = workspace.documentImports.begin({
    collectionId,
    source: {},
    options: {},
  });
  workspace.documents.batch(collectionId, () => {
    for (let at = 0; at < count; at++) {
      workspace.documents.put(
        { collectionId, importId },
        {
          id: `n${at}`,
          text: `Fiebre en la nota ${at}.`,
          patient: null,
          date: null,
          language: 'es',
          languageCertainty: null,
          kind: null,
          columns: {},
          place: { file: 'notes.csv', part: null, line: at + 2 },
          annotations: [],
          carried: null,
          wordCount: 5,
          sentenceCount: 1,
          rules: [],
        },
      );
    }
  });
  return collectionId;
}

const finding = { name: 'Finding', key: null, colour: 'blue', pattern: 'solid' } as const;

async function project(changes: Partial<CreateProject> = {}, count = 3) {
  let nowMs = 1_000_000;
  const workspace = newWorkspace({ nowMs: () => nowMs, scrypt: cheapScrypt });
  const me: Person = workspace.persons.first();
  const service = createAnnotationService({
    workspace,
    nowMs: () => nowMs,
    predict: (_, text) =>
      Promise.resolve({
        kind: 'entities',
        mentions: [{ start: 0, end: text.indexOf(' '), type: 'Finding', score: 0.75 }],
        doubt: 0.5,
      }),
  });
  const collectionId = putNotes(workspace, count);
  const look = { key: null, colour: 'blue', pattern: 'solid' } as const;
  const { projectId } = await service.create(
    {
      name: 'Fever',
      documents: { of: 'collection', filter: { collectionId, ...allOf } },
      scheme: {
        classChoice: 'several',
        classes: [{ name: 'fever', ...look }],
        types: [{ name: 'Finding', ...look }],
        attributes: [],
      },
      guidelines: '# Fever',
      order: { kind: 'listed' },
      doubleShare: 0,
      testCount: 0,
      suggestions: 'shown',
      begin: 'empty',
      annotators: [],
      ...changes,
    },
    me,
  );
  const queue = (filter: object = {}) =>
    service.queue({ projectId, filter: { ...everything, ...filter }, skip: 0, limit: 200 }, me);
  const numbers = (await queue()).rows.map(({ number }) => number);
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { workspace, service, projectId, me, queue, numbers, pass };
}

describe('Annotation as the window sees it', () => {
  it('gives no documents to whoever cannot sign in', async () => {
    const { workspace, service, me } = await project();
    const collectionId = workspace.collections.findByName('notes')!.id;
    const ben = await workspace.people.add({
      name: 'Ben',
      role: 'reviewer',
      passphrase: 'b',
      firstName: 'Ana',
    });
    const create = (name: string, personId: string) =>
      service.create(
        {
          name,
          documents: { of: 'collection', filter: { collectionId, ...allOf } },
          scheme: { classChoice: 'none', classes: [], types: [finding], attributes: [] },
          guidelines: '',
          order: { kind: 'listed' },
          doubleShare: 0,
          testCount: 0,
          suggestions: 'shown',
          begin: 'empty',
          annotators: [{ personId, most: null }],
        },
        me,
      );
    await create('before', ben.id);
    workspace.people.lock(ben.id);
    const refused = { code: 'annotation.no-annotator' };
    await expect(create('after', ben.id)).rejects.toMatchObject(refused);
    await workspace.people.makeRecoveryKey();
    const key = workspace.persons.list().find(({ kind }) => kind === 'recovery')!;
    await expect(create('after', key.id)).rejects.toMatchObject(refused);
    await expect(create('after', 'nobody')).rejects.toMatchObject({ code: 'record.missing' });
    workspace.close();
  });

  it('is of the contract in all it answers', async () => {
    const { service, projectId, me, queue, numbers } = await project();
    projectSchema.parse(await service.get(projectId, me));
    queuePageSchema.parse(await queue());
    openedDocumentSchema.parse(await service.open({ projectId, number: numbers[0] }, me));
    const asked = applyEditsSchema.parse({
      projectId,
      documents: [
        {
          number: numbers[0],
          revision: 0,
          edits: [
            {
              kind: 'span-add',
              id: 'a',
              type: 'Finding',
              fragments: [{ start: 0, end: 6 }],
              attributes: {},
            },
          ],
        },
      ],
    });
    const applied = appliedSchema.parse(await service.edit(asked, me));
    const undone = await service.undo({ projectId, actionId: applied.actionId! }, 'undo', me);
    expect(appliedSchema.parse(undone).documents[0].takenSpans).toEqual(['a']);
    expect(undone.undoState).toEqual({ undo: null, redo: applied.actionId });
  });

  it('names those who may label: whoever may read texts, and is not locked', async () => {
    const { workspace, service } = await project();
    const named = async () =>
      labellersSchema.parse(await service.labellers()).persons.map(({ name }) => `${name}`);
    expect(await named()).toEqual(['null']);
    const add = (name: string, role: 'reviewer' | 'reader') =>
      workspace.people.add({ name, role, passphrase: 'lamp river', firstName: 'Ana' });
    const ben = await add('Ben', 'reviewer');
    await add('Carla', 'reader');
    expect((await named()).sort()).toEqual(['Ana', 'Ben']);
    workspace.people.lock(ben.id);
    expect(await named()).toEqual(['Ana']);
  });

  it('narrows a queue, walks through it and tells progress and pace', async () => {
    const { service, projectId, me, queue, numbers, pass } = await project();
    const act = (number: number, edits: readonly object[]) =>
      service.edit(
        applyEditsSchema.parse({ projectId, documents: [{ number, revision: 0, edits }] }),
        me,
      );
    await act(numbers[0], [
      { kind: 'class-set', label: 'fever' },
      { kind: 'state', state: 'done' },
    ]);
    pass(30_000);
    await act(numbers[1], [
      { kind: 'flag', value: true },
      { kind: 'remark', text: 'which?' },
      { kind: 'state', state: 'done' },
    ]);
    const found = async (filter: object) => (await queue(filter)).rows.map(({ id }) => id);
    expect(await found({ state: 'open' })).toEqual(['n2']);
    expect(await found({ label: 'fever' })).toEqual(['n0']);
    expect(await found({ isFlagged: true })).toEqual(['n1']);
    expect(await found({ hasRemark: false })).toEqual(['n0', 'n2']);
    expect(await found({ search: 'FIEBRE 2' })).toEqual(['n2']);
    expect(await found({ search: '…' })).toEqual([]);
    const next = (from: number | null, filter: object = {}) =>
      service.neighbour(
        { projectId, filter: { ...everything, ...filter }, from, direction: 'next' },
        me,
      );
    expect(await next(null)).toBe(numbers[0]);
    expect(await next(numbers[0], { state: 'open' })).toBe(numbers[2]);
    expect(await next(numbers[2])).toBeNull();
    const view = await service.get(projectId, me);
    expect(view.mine).toMatchObject({ assigned: 3, open: 1, done: 2, flagged: 1 });
    expect(view.completeCount).toBe(2);
    expect(view.pace).toEqual({ documentMs: 30_000, doneToday: 2 });
  });

  it('shows nobody the labels of another, by whatever they ask', async () => {
    const { workspace, service, projectId, me, numbers } = await project({ doubleShare: 1 });
    const stranger: Person = { id: 'f'.repeat(32), name: 'Someone', role: 'owner' };
    const label = [{ kind: 'class-set', label: 'fever' }] as const;
    const documents = [{ number: numbers[0], revision: 0, edits: label }];
    await service.edit({ projectId, documents }, me);
    const open = service.open({ projectId, number: numbers[0] }, stranger);
    await expect(open).rejects.toMatchObject({ code: 'annotation.not-assigned' });
    const queue = await service.queue(
      { projectId, filter: everything, skip: 0, limit: 200 },
      stranger,
    );
    expect(queue.rows).toEqual([]);
    const view = await service.get(projectId, stranger);
    expect(view.mine).toBeNull();
    expect(JSON.stringify(workspace.documents.get(numbers[0]).annotations)).toBe('[]');
  });

  it('tells of each edit whose it was, and nothing of what it says', async () => {
    const { service, projectId, me, numbers } = await project();
    const events: unknown[] = [];
    service.subscribe((event) => events.push(event));
    const label = [{ kind: 'class-set', label: 'fever' }] as const;
    const documents = [{ number: numbers[0], revision: 0, edits: label }];
    await service.edit({ projectId, documents }, me);
    expect(events).toEqual([{ type: 'annotation-edited', projectId, personId: me.id }]);
  });
});
