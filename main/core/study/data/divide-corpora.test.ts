import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CorpusSource } from '#core/collection/corpora/corpus-source.ts';
import { loadCorpus } from '#core/collection/corpora/load-corpus.ts';
import {
  newWorkspace,
  openSql,
  temporaryFolder,
} from '#core/storage/testing/temporary-workspace.ts';
import { divideCorpora } from './divide-corpora.ts';

/** Documents of one to three lines, each with words that no other has. */
const documents = Array.from({ length: 200 }, (_, document) =>
  Array.from(
    { length: 1 + (document % 3) },
    (_, line) => `word${document}x line${line} word${document}x`,
  ),
);
const textOf = (some: readonly (readonly string[])[]) =>
  some.map((lines) => lines.join('\n')).join('\n\n');

function makePlan(text: string): CorpusSource {
  const folder = join(temporaryFolder(), 'notes');
  mkdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), text);
  return { files: [folder], format: 'text', unit: 'paragraph', lineUnit: 'line' };
}

const load = (
  workspace: ReturnType<typeof newWorkspace>,
  name: string,
  plan: CorpusSource,
  needsDocuments = true,
) =>
  loadCorpus(workspace, name, {
    plan,
    onRead: () => {},
    advance: () => Promise.resolve(),
    needsDocuments,
  });

const heldOut = { fraction: 0.1, points: 5, words: 1000, maxTokens: 64 };
const wordsOf = (lines: Iterable<string>) =>
  new Set([...lines].flatMap((line) => line.match(/word\d+x/g) ?? []));

describe('corpora of which documents are held out', () => {
  it('are divided by whole documents: no word of one side is in the other', async () => {
    const workspace = newWorkspace();
    const corpora = new Map([
      ['notes', await load(workspace, 'notes', makePlan(textOf(documents)))],
    ]);
    const notes = divideCorpora(corpora, { heldOut, seed: 1 }).get('notes')!;
    const [trained, kept] = [wordsOf(notes.lines()), wordsOf(notes.heldOut?.lines() ?? [])];
    expect(kept.size).toBeGreaterThan(10);
    expect(trained.size + kept.size).toBe(200);
    for (const word of kept) expect(trained.has(word)).toBe(false);
    expect([...notes.lines()]).toHaveLength(notes.lineCount);
    expect([...(notes.heldOut?.lines() ?? [])]).toHaveLength(notes.heldOut?.lineCount ?? NaN);
    const again = divideCorpora(corpora, { heldOut, seed: 1 }).get('notes')!;
    expect(again.trainingHash).toBe(notes.trainingHash);
    const other = divideCorpora(corpora, { heldOut, seed: 2 }).get('notes')!;
    expect(other.trainingHash).not.toBe(notes.trainingHash);
  });

  it('hold a document out of each corpus that has it', async () => {
    const workspace = newWorkspace();
    const all = await load(workspace, 'all', makePlan(textOf(documents)));
    const some = await load(
      workspace,
      'some',
      makePlan(textOf(documents.slice(0, 100).toReversed())),
    );
    const divided = divideCorpora(new Map(Object.entries({ all, some })), { heldOut, seed: 4 });
    const kept = [...divided.values()].map((corpus) => wordsOf(corpus.heldOut?.lines() ?? []));
    for (const corpus of divided.values()) {
      const trained = wordsOf(corpus.lines());
      for (const word of [...kept[0], ...kept[1]]) expect(trained.has(word)).toBe(false);
    }
  });

  it('are as they were without', async () => {
    const workspace = newWorkspace();
    const corpus = await load(workspace, 'notes', makePlan(textOf(documents)), false);
    const divided = divideCorpora(new Map([['notes', corpus]]), { heldOut: undefined, seed: 1 });
    expect(divided.get('notes')).toMatchObject({ trainingHash: corpus.hash, heldOut: null });
    expect([...divided.get('notes')!.lines()]).toEqual(documents.flat());
  });

  it('know the documents of what an earlier version stored, once they are asked for', async () => {
    const workspace = newWorkspace();
    const plan = makePlan(textOf(documents));
    const fresh = (await load(workspace, 'notes', plan)).documents();
    expect([...(fresh?.lineCounts ?? [])]).toEqual(documents.map(({ length }) => length));
    openSql(workspace.folder).run('DELETE FROM corpus_documents');
    expect((await load(workspace, 'notes', plan, false)).documents()).toBeNull();
    expect((await load(workspace, 'notes', plan)).documents()).toEqual(fresh);
    expect(workspace.corpora.list()).toHaveLength(1);
  });
});
