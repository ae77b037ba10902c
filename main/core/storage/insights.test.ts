import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actAs } from './acting-person.ts';
import type { InsightInput } from './insights.ts';
import { refusing } from './testing/refusing.ts';
import { newWorkspace } from './testing/temporary-workspace.ts';

const text = 'Pijn op de borst';
const input = (changes: Partial<InsightInput> = {}): InsightInput => ({
  kind: 'explanation',
  subject: 'n1',
  settings: { samples: 5, label: null },
  seed: 1,
  models: [{ id: 'm', name: 'base', hash: 'h' }],
  source: { notes: [{ id: 'n1', text }] },
  documents: [],
  ...changes,
});

function withDocument() {
  const workspace = newWorkspace();
  const { collections, documents, documentImports } = workspace;
  const { id: collectionId } = collections.create('notes');
  const { id: importId } = documentImports.begin({ collectionId, source: {}, options: {} });
  documents.batch(collectionId, () =>
    documents.put(
      { collectionId, importId },
      {
        ...{ id: 'n1', text, patient: null, date: null, language: null, languageCertainty: null },
        ...{ kind: null, columns: {}, annotations: [], carried: null, rules: [] },
        ...{ place: { file: 'a.txt', part: null, line: 1 }, wordCount: 4, sentenceCount: 1 },
      },
    ),
  );
  const none = { unchanged: 0, changed: 0, changedText: 0, changedFacts: 0, changedAnnotations: 0 };
  documentImports.save(importId, {
    state: 'finished',
    position: null,
    counts: { ...none, new: 1 },
  });
  return { workspace, collectionId, number: documents.findByOwnId(collectionId, 'n1')!.number };
}

describe('what was found of models', () => {
  it('is kept with settings, seed, models and who began it, the newest first', () => {
    const { insights } = newWorkspace();
    const first = actAs('person', () => insights.begin(input()));
    expect(first).toMatchObject({ person: 'person', seed: 1, finishedAtMs: null });
    expect(first.settings).toEqual({ samples: 5, label: null });
    const second = insights.begin(input({ kind: 'map' }));
    expect(insights.list()).toEqual([second, first]);
    expect(insights.list('map')).toEqual([second]);
    expect(insights.source(first.id)).toEqual(input().source);
    expect(insights.result(first.id)).toBeUndefined();
    const finished = insights.finish(first.id, { said: [0.1] });
    expect(finished.finishedAtMs).not.toBeNull();
    expect(insights.result(first.id)).toEqual({ said: [0.1] });
  });

  it('is the same run where all that decides it is the same, whatever a model is called', () => {
    const { insights } = newWorkspace();
    const { id } = insights.begin(input());
    const renamed = [{ id: 'm', name: 'other', hash: 'h' }];
    expect(insights.begin(input({ models: renamed, subject: 'n' })).id).toBe(id);
    for (const other of [
      input({ seed: 2 }),
      input({ settings: { samples: 6, label: null } }),
      input({ models: [{ id: 'm', name: 'base', hash: 'other' }] }),
      input({ source: {} }),
    ]) {
      expect(insights.begin(other).id).not.toBe(id);
    }
  });

  it('remembers its parts until it ends', () => {
    const { insights } = newWorkspace();
    const { id } = insights.begin(input());
    expect(insights.part(id, 'lime')).toBeUndefined();
    insights.keepPart(id, 'lime', [0.1, 1 / 3]);
    insights.keepPart(id, 'lime', [1 / 3]);
    expect(insights.part(id, 'lime')).toEqual([1 / 3]);
    insights.finish(id, null);
    expect(insights.part(id, 'lime')).toBeUndefined();
    expect(insights.result(id)).toBeNull();
  });

  it('goes when it is removed, and is refused from then on', () => {
    const { insights } = newWorkspace();
    const { id } = insights.begin(input());
    insights.remove(id);
    refusing('record.missing', () => insights.get(id));
    refusing('record.missing', () => insights.finish(id, null));
    refusing('record.missing', () => {
      insights.remove(id);
    });
    expect(insights.begin(input()).id).toBe(id + 1);
  });

  it('goes with a document whose words stand in it', () => {
    const { workspace, collectionId, number } = withDocument();
    const { insights } = workspace;
    const other = insights.begin(input({ seed: 2 }));
    const { id } = insights.begin(input({ documents: [number, number] }));
    insights.keepPart(id, 'lime', [1]);
    workspace.collections.remove(collectionId);
    expect(insights.list()).toEqual([other]);
    expect(insights.part(id, 'lime')).toBeUndefined();
    refusing('record.missing', () => insights.begin(input({ seed: 3, documents: [number] })));
  });

  it('is written down without any text, which lies nowhere readable', () => {
    const { insights, audit, folder } = newWorkspace();
    const { id } = insights.begin(input());
    insights.finish(id, { words: text });
    insights.remove(id);
    const entries = audit.newest(3);
    expect(entries.map(({ action }) => action).reverse()).toEqual([
      ...['insight.begun', 'insight.finished', 'insight.removed'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('Pijn');
    for (const file of readdirSync(folder, { withFileTypes: true })) {
      if (file.isFile()) expect(readFileSync(join(folder, file.name))).not.toContain('Pijn');
    }
  });
});
