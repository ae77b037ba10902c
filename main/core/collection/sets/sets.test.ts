import { describe, expect, it } from 'vitest';
import { fileOrigin, type Annotation } from '#core/domain/document.ts';
import type { MeasuredDocument } from '#core/storage/documents.ts';
import { refusing } from '#core/storage/testing/refusing.ts';
import { newWorkspace, openSql } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { compareSetVersions } from './compare-set-versions.ts';
import { flattenSet } from './flatten-set.ts';
import { freezeSet } from './freeze-set.ts';
import { readSet } from './read-set.ts';

const span = (type: string, ...fragments: [number, number][]): Annotation => ({
  kind: 'span',
  id: null,
  type,
  fragments: fragments.map(([start, end]) => ({ start, end })),
  attributes: {},
  origin: fileOrigin,
});
const label = (name: string): Annotation => ({ kind: 'class', label: name, origin: fileOrigin });

const document = (id: string, changes: Partial<MeasuredDocument> = {}): MeasuredDocument => ({
  id,
  text: 'Carcinoma ductal infiltrante de mama izquierda.',
  patient: null,
  date: null,
  language: 'es',
  languageCertainty: null,
  kind: null,
  columns: {},
  place: { file: 'a.csv', part: null, line: null },
  annotations: [],
  carried: null,
  wordCount: 6,
  sentenceCount: 1,
  rules: [],
  ...changes,
});

function bringIn(workspace: Workspace, documents: readonly MeasuredDocument[]) {
  const { collections, documentImports } = workspace;
  const { id: collectionId } = collections.findByName('notes') ?? collections.create('notes');
  const { id: importId } = documentImports.begin({ collectionId, source: {}, options: {} });
  workspace.documents.batch(collectionId, () => {
    for (const each of documents) workspace.documents.put({ collectionId, importId }, each);
  });
}

describe('a labelled set', () => {
  it('keeps its documents and annotations, whatever comes after', () => {
    const workspace = newWorkspace();
    bringIn(workspace, [document('1', { annotations: [label('yes')] }), document('2')]);
    const first = freezeSet(workspace, 'mama', { collections: ['notes'] });
    const before = [...readSet(workspace, first)];
    bringIn(workspace, [
      document('1', { annotations: [label('no')] }),
      document('2', { text: 'Otro texto.' }),
      document('3'),
    ]);
    const second = freezeSet(workspace, 'mama', { collections: ['notes'] });
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(
      [...readSet(workspace, first)].map(({ text, annotations }) => ({ text, annotations })),
    ).toEqual(before.map(({ text, annotations }) => ({ text, annotations })));
    expect(compareSetVersions(workspace, first, second)).toEqual({
      added: ['3'],
      removed: [],
      otherText: ['2'],
      otherAnnotations: ['1'],
      same: 0,
    });
    expect(() =>
      openSql(workspace.folder).run(`UPDATE labelled_set_documents SET annotations_json = '[]'`),
    ).toThrow('never changed');
  });

  it('has a hash that equal content has, in another workspace as well', () => {
    const hashes = [1, 2].map(() => {
      const workspace = newWorkspace();
      bringIn(workspace, [document('1', { annotations: [label('yes')] })]);
      return freezeSet(workspace, 'mama', { collections: ['notes'] }).hash;
    });
    expect(hashes[0]).toBe(hashes[1]);
  });

  it('keeps its documents from being removed, until it is removed itself', () => {
    const workspace = newWorkspace();
    bringIn(workspace, [document('1')]);
    freezeSet(workspace, 'mama', { collections: ['notes'] });
    const { id } = workspace.collections.findByName('notes')!;
    refusing('collection.in-use', () => {
      workspace.collections.remove(id);
    });
    workspace.labelledSets.remove('mama');
    workspace.collections.remove(id);
    expect(workspace.collections.list()).toEqual([]);
    refusing('dataset.empty', () => {
      workspace.collections.create('none');
      freezeSet(workspace, 'mama', { collections: ['none'] });
    });
  });

  it('is flattened for training by the rule, and says what that lost, by type', () => {
    const workspace = newWorkspace();
    bringIn(workspace, [
      document('1', {
        patient: 'p1',
        annotations: [
          span('TUMOR', [0, 28]),
          // Nested in it, overlapping it, and as long as the one before it.
          span('HIST', [10, 16]),
          span('PLACE', [17, 36]),
          span('SIDE', [32, 36], [37, 46]),
        ],
      }),
    ]);
    const frozen = freezeSet(workspace, 'mama', { collections: ['notes'] });
    const [{ annotations }] = readSet(workspace, frozen);
    expect(annotations).toHaveLength(4);
    const { examples, problems } = flattenSet(workspace, frozen, 'tagged-sentences');
    expect(examples.map(({ tags, groupId }) => ({ tags, groupId }))).toEqual([
      {
        groupId: 'p1',
        tags: ['B-TUMOR', 'I-TUMOR', 'I-TUMOR', 'O', 'B-SIDE', 'I-SIDE', 'O'],
      },
    ]);
    expect(problems.losses).toEqual([
      { rule: 'brat-overlap', label: 'PLACE', count: 1 },
      { rule: 'brat-overlap', label: 'HIST', count: 1 },
    ]);
    expect(problems.counts.map(({ rule, count }) => [rule, count])).toContainEqual([
      'brat-discontinuous',
      1,
    ]);
  });

  it('gives notes of one class; those of none or two are told of', () => {
    const workspace = newWorkspace();
    bringIn(workspace, [
      document('1', { patient: 'p1', annotations: [label('yes'), label('yes')] }),
      document('2'),
      document('3', { annotations: [label('yes'), label('no')] }),
    ]);
    const frozen = freezeSet(workspace, 'mama', { collections: ['notes'] });
    const { examples, problems } = flattenSet(workspace, frozen, 'labelled-notes');
    expect(examples.map(({ id, label: name, groupId }) => [id, name, groupId])).toEqual([
      ['1', 'yes', 'p1'],
    ]);
    expect(problems.counts.map(({ rule, count }) => [rule, count])).toEqual([
      ['document-class-missing', 1],
      ['document-class-ambiguous', 2],
    ]);
  });

  it('gives notes of several classes; those of none where the plan keeps them', () => {
    const workspace = newWorkspace();
    bringIn(workspace, [
      document('1', { patient: 'p1', annotations: [label('yes'), label('no'), label('yes')] }),
      document('2'),
    ]);
    const frozen = freezeSet(workspace, 'mama', { collections: ['notes'] });
    const read = (keepUnlabelled: boolean) =>
      flattenSet(workspace, frozen, 'multi-label-notes', { keepUnlabelled });
    const first = { id: '1', labels: ['no', 'yes'], groupId: 'p1' };
    expect(read(false).examples).toMatchObject([first]);
    expect(read(false).problems.counts.map(({ rule, count }) => [rule, count])).toEqual([
      ['document-class-missing', 1],
    ]);
    expect(read(true)).toMatchObject({ examples: [first, { id: '2', labels: [] }] });
    expect(read(true).problems.counts).toEqual([]);
  });
});
