import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  importDocuments,
  type ImportRequest,
} from '#core/collection/documents/import-documents.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import type { ImportProgress } from '#core/collection/documents/import-progress.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ImportTask, ReadChoice } from '../contract/documents.ts';
import { toFailure } from '../failure.ts';
import { procedures } from '../contract/procedures.ts';
import { createDocumentService } from './document-service.ts';
import type { ImportProcess } from './import-tasks.ts';

const recognised: ReadChoice = {
  format: null,
  encoding: null,
  separator: null,
  dateOrder: null,
  offsetUnit: null,
  unit: null,
  language: null,
  mapping: null,
};
const table = [
  'note_id;patient;datum;note;hiv',
  '007;p1;30-11-2026;"Koorts en hoest sinds gisteren, geen pijn";ja',
  '008;p1;01-12-2026;"Geen koorts meer, de patiënt gaat naar huis";nee',
  '009;p2;02-12-2026;"Controle van de wond, geen bijzonderheden";nee',
].join('\n');

/** As the curator process does it, but in this one: the core knows no host. */
function importHere(
  workspace: Workspace,
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void,
): ImportProcess {
  const stop = new AbortController();
  const { signal } = stop;
  const ended = importDocuments(workspace, request, { nowMs: Date.now, signal, onProgress }).then(
    (outcome) => ({ state: 'done', outcome }) as const,
    (error: unknown) => ({ state: 'failed', failure: toFailure(error) }) as const,
  );
  return {
    ended,
    stop: () => {
      stop.abort();
    },
  };
}

function open() {
  const workspace = newWorkspace();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'notes.csv'), table);
  const faults: string[] = [];
  const service = createDocumentService({
    workspace,
    pathsRelativeTo: folder,
    nowMs: () => Date.now(),
    launchImport: (request, onProgress) => importHere(workspace, request, onProgress),
    onFault: () => faults.push('fault'),
  });
  const ended = new Promise<ImportTask>((resolve) => {
    service.subscribe((event) => {
      if (event.type === 'document-import' && event.task.state !== 'running') resolve(event.task);
    });
  });
  return { workspace, folder, service, ended, faults };
}

describe('the documents of a workspace, for a window', () => {
  test('are looked at before anything is stored', async () => {
    const { service, workspace } = open();
    const request = { paths: ['notes.csv'], choice: recognised, useMapping: null, isWhole: false };
    const looked = procedures['collections.look'].output.parse(await service.look(request));
    expect(looked).toMatchObject({ documentCount: 3, patientCount: 2, fileCount: 1 });
    expect(looked.table?.columns).toEqual(['note_id', 'patient', 'datum', 'note', 'hiv']);
    expect(looked.table?.mapping).toMatchObject({
      text: [{ column: 'note', heading: null }],
      patient: 'patient',
      date: 'datum',
    });
    expect(looked.first[0]).toMatchObject({ patient: 'p1', date: '2026-11-30' });
    expect(workspace.collections.list()).toEqual([]);
  });

  test('are imported, listed, found, looked at and frozen', async () => {
    const { service, ended, faults, workspace } = open();
    const mapping = {
      text: [{ column: 'note', heading: null }],
      label: 'hiv',
      id: 'note_id',
      patient: 'patient',
      date: 'datum',
      language: null,
      kind: null,
    };
    await service.startImport({
      collection: 'poli',
      paths: ['notes.csv'],
      choice: { ...recognised, mapping },
      useMapping: null,
      keepMapping: 'monthly',
    });
    const task = procedures['collections.task'].output.parse({ task: await ended }).task;
    expect(task).toMatchObject({ state: 'done', counts: { new: 3, changed: 0 }, failure: null });
    const view = procedures['collections.list'].output.parse(await service.collections());
    expect(view.collections).toMatchObject([{ name: 'poli', documentCount: 3 }]);
    expect(view.keptMappings).toEqual(['monthly']);
    const all = {
      collectionId: view.collections[0].id,
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
    expect(await service.numbers(all)).toHaveLength(3);
    const found = await service.numbers({ ...all, search: 'patient', class: 'nee' });
    const rows = await service.rows(found);
    expect(procedures['documents.rows'].output.parse(rows)).toMatchObject([{ id: '008' }]);
    const document = procedures['documents.get'].output.parse(await service.get(found[0]));
    expect(document).toMatchObject({ id: '008', classes: [{ label: 'nee' }], isCurrent: true });
    expect(document.text).toContain('patiënt');
    const values = procedures['documents.values'].output.parse(
      await service.values(all.collectionId),
    );
    expect(values.class).toEqual([
      { value: 'nee', count: 2 },
      { value: 'ja', count: 1 },
    ]);
    freezeSet(workspace, 'hiv', { collections: ['poli'], where: { class: 'ja' } });
    await expect(service.removeCollection(all.collectionId)).rejects.toMatchObject({
      code: 'collection.in-use',
    });
    expect(faults).toEqual([]);
  });

  test('a name of a format that nobody knows, and files that are not there, are refused', async () => {
    const { service, folder, ended } = open();
    mkdirSync(join(folder, 'empty'));
    const request = { useMapping: null, isWhole: true, choice: recognised };
    await expect(service.look({ ...request, paths: ['none.csv'] })).rejects.toMatchObject({
      code: 'file.missing',
    });
    await expect(
      service.look({
        ...request,
        paths: ['notes.csv'],
        choice: { ...recognised, format: 'papyrus' },
      }),
    ).rejects.toMatchObject({ code: 'api.invalid-input' });
    await service.startImport({
      ...request,
      collection: 'c',
      paths: ['none.csv'],
      keepMapping: null,
    });
    expect((await ended).failure?.code).toBe('file.missing');
  });
});
