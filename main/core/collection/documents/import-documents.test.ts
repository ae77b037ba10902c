import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import {
  newWorkspace,
  reopen,
  temporaryFolder,
} from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { importDocuments } from './import-documents.ts';
import type { ImportChoice } from './import-choice.ts';

const effects = { nowMs: () => 1_000 };

const binary = Uint8Array.of(0, 1, 2, 0, 0, 255, 0, 3);

function writeFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const request = (folder: string, choice: ImportChoice = {}) => ({
  collection: 'notes',
  paths: [folder],
  choice,
});

/** All current documents as they would be seen, without the numbers that the workspace gives. */
function contents(workspace: Workspace) {
  const { id } = workspace.collections.findByName('notes')!;
  return workspace.documentQueries
    .numbers({ collectionId: id })
    .map((number) => workspace.documents.get(number))
    .map(({ id, text, version, language, place }) => ({ id, text, version, language, place }));
}

describe('importing documents', () => {
  it('keeps texts as they are, names them by their place in the folder, and recognises languages', async () => {
    const workspace = newWorkspace();
    const text = 'De patiënt heeft geen koorts 😀\r\ne\u0301\u00a0\tş ș en het is goed.\n';
    const folder = writeFiles({
      'b.txt': text,
      'a/1.txt': 'El paciente no presenta fiebre ni dolor en la exploración.',
      'empty.txt': '',
      '.hidden.txt': 'x',
      'picture.bin': binary,
    });
    const { counts, importId } = await importDocuments(workspace, request(folder), effects);
    expect(counts).toMatchObject({ new: 2, unchanged: 0, changed: 0 });
    expect(contents(workspace)).toEqual([
      {
        id: 'a/1.txt',
        text: 'El paciente no presenta fiebre ni dolor en la exploración.',
        version: 1,
        language: 'es',
        place: { file: 'a/1.txt', part: null, line: null },
      },
      {
        id: 'b.txt',
        text,
        version: 1,
        language: 'nl',
        place: { file: 'b.txt', part: null, line: null },
      },
    ]);
    const problems = workspace.documentImports.firstProblems(importId, 10);
    expect(problems.map(({ file, rule, action }) => [file, rule, action])).toEqual([
      ['empty.txt', 'file-empty', 'left-out'],
      ['picture.bin', 'file-other-format', 'left-out'],
    ]);
  });

  it('leaves what is as it was, makes another version of what changed, and keeps what is gone', async () => {
    const workspace = newWorkspace();
    const folder = writeFiles({ 'a.txt': 'one text', 'b.txt': 'two texts', 'c.txt': 'three' });
    await importDocuments(workspace, request(folder), effects);
    const newer = writeFiles({ 'a.txt': 'one text', 'b.txt': 'another text', 'd.txt': 'four' });
    const { counts, notInSource } = await importDocuments(workspace, request(newer), effects);
    expect(counts).toEqual({
      new: 1,
      unchanged: 1,
      changed: 1,
      changedText: 1,
      changedFacts: 0,
      changedAnnotations: 0,
    });
    expect(notInSource).toBe(1);
    const { id: collectionId } = workspace.collections.findByName('notes')!;
    expect(
      contents(workspace)
        .map(({ id, text, version }) => [id, text, version])
        .sort(),
    ).toEqual([
      ['a.txt', 'one text', 1],
      ['b.txt', 'another text', 2],
      ['c.txt', 'three', 1],
      ['d.txt', 'four', 1],
    ]);
    // The earlier version is there for sets that were frozen with it, but not found any more.
    const [first] = workspace.documents.versions(collectionId, 'b.txt');
    expect(workspace.documents.get(first)).toMatchObject({ text: 'two texts', isCurrent: false });
    const find = (search: string) => workspace.documentQueries.count({ collectionId, search });
    expect([find('two'), find('another'), find('text')]).toEqual([0, 1, 2]);
  });

  it('keeps documents that share an id, under their places', async () => {
    const workspace = newWorkspace();
    const folder = writeFiles({ 'x/a.txt': 'one', 'y/a.txt': 'two' });
    const paths = [join(folder, 'x'), join(folder, 'y')];
    const { counts } = await importDocuments(
      workspace,
      { ...request(folder), paths: [...paths] },
      effects,
    );
    expect(counts.new).toBe(2);
    expect(contents(workspace).map(({ id }) => id)).toEqual(['x/a.txt', 'y/a.txt']);
  });

  it('goes on where it was stopped, with the same counts and documents', async () => {
    const lines = Array.from({ length: 4_000 }, (_, index) => `nota ${index} `.repeat(20));
    const folder = writeFiles({ 'many.txt': lines.join('\n'), 'z.txt': 'last' });
    const choice: ImportChoice = { options: { unit: 'line' }, language: 'es' };
    const whole = newWorkspace();
    const expected = await importDocuments(whole, request(folder, choice), effects);

    const workspace = newWorkspace();
    let wasResumed = false;
    for (let turn = 0; ; turn++) {
      const stop = new AbortController();
      const work = importDocuments(workspace, request(folder, choice), {
        ...effects,
        batchDocuments: 500,
        signal: stop.signal,
        onProgress: () => {
          stop.abort();
        },
      });
      const outcome = await work.catch(() => null);
      if (outcome === null) continue;
      ({ wasResumed } = outcome);
      expect(outcome.counts).toEqual(expected.counts);
      break;
    }
    expect(wasResumed).toBe(true);
    expect(contents(workspace)).toEqual(contents(whole));
    const again = reopen(workspace.folder);
    expect(again.checkIntegrity().databaseProblems).toEqual([]);
  });

  it('begins anew when the files are no longer those of the stopped import', async () => {
    const folder = writeFiles({ 'a.txt': 'one', 'b.txt': 'two' });
    const workspace = newWorkspace();
    await importDocuments(workspace, request(folder), effects);
    writeFileSync(join(folder, 'a.txt'), 'ONE');
    utimesSync(join(folder, 'a.txt'), 5, 5);
    const { counts, wasResumed } = await importDocuments(workspace, request(folder), effects);
    expect(wasResumed).toBe(false);
    expect(counts).toMatchObject({ new: 0, unchanged: 1, changed: 1 });
  });

  it('says when nothing can be read, and makes no collection', async () => {
    const workspace = newWorkspace();
    const folder = writeFiles({ 'a.bin': binary });
    await refusingLater('collection.empty', importDocuments(workspace, request(folder), effects));
    expect(workspace.collections.list()).toEqual([]);
  });
});
