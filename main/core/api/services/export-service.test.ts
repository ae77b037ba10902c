import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { documentWriters } from '#core/export/document-writers.ts';
import { exportLosses } from '#core/export/document-writer.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { DocumentChoiceView } from '../contract/document-choice.ts';
import { exportTaskSchema, type ExportTask } from '../contract/document-export.ts';
import { exportFormats, exportLossKinds } from '../contract/export-formats.ts';
import { createExportService } from './export-service.ts';

const nobody = {
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

async function open() {
  const workspace = newWorkspace();
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'notes.csv'),
    'id;patient;tekst\n1;p1;Geen koorts.\n2;p2;Wel koorts.\n',
  );
  const request = { collection: 'notes', paths: [join(folder, 'notes.csv')], choice: {} };
  const { collectionId } = await importDocuments(workspace, request, { nowMs: Date.now });
  const service = createExportService({
    workspace,
    pathsRelativeTo: folder,
    nowMs: Date.now,
    onFault: (error) => {
      throw error;
    },
  });
  const tasks: ExportTask[] = [];
  const waiting: { state: ExportTask['state']; resolve: (task: ExportTask) => void }[] = [];
  service.subscribe((event) => {
    if (event.type !== 'document-export') return;
    const task = exportTaskSchema.parse(event.task);
    tasks.push(task);
    for (const each of waiting) if (each.state === task.state) each.resolve(task);
  });
  const until = (state: ExportTask['state']) =>
    new Promise<ExportTask>((resolve) => {
      waiting.push({ state, resolve });
    });
  const choice: DocumentChoiceView = { of: 'collection', filter: { collectionId, ...nobody } };
  return { workspace, folder, service, tasks, until, choice };
}

test('formats and losses are those of the writers', () => {
  expect([...exportFormats].sort()).toEqual(Object.keys(documentWriters).sort());
  expect([...exportLossKinds].sort()).toEqual(Object.keys(exportLosses).sort());
});

test('what is counted waits for a yes, and is then written', async () => {
  const { folder, service, until, choice, workspace } = await open();
  const counted = until('counted');
  await service.count({ choice, format: 'csv', folder: 'out' });
  const task = await counted;
  expect(task).toMatchObject({
    subject: 'notes',
    folder: join(folder, 'out'),
    counted: { documentCount: 2, patientCount: 2, losses: [] },
  });
  expect(existsSync(join(folder, 'out'))).toBe(false);
  const done = until('done');
  await service.write(task.id);
  expect(await done).toMatchObject({ fileCount: 1, share: 1 });
  expect(readFileSync(join(folder, 'out', 'documents.csv'), 'utf8')).toContain('Wel koorts.');
  expect(workspace.audit.newest(1)[0]).toMatchObject({ action: 'documents.exported' });
  await refusingLater('record.missing', service.write(task.id));
});

test('what is taken back is not written, and a set is written as it was frozen', async () => {
  const { service, until, workspace, tasks } = await open();
  freezeSet(workspace, 'gold', { collections: ['notes'], where: { patient: 'p1' } });
  const choice: DocumentChoiceView = { of: 'set', name: 'gold', version: 1 };
  const counted = until('counted');
  await service.count({ choice, format: 'brat', folder: 'out' });
  const task = await counted;
  expect(task).toMatchObject({ subject: 'gold', counted: { documentCount: 1 } });
  await service.stop();
  expect(tasks.at(-1)).toMatchObject({ state: 'stopped', failure: null });
  await refusingLater('record.missing', service.write(task.id));
});

test('nothing is counted for a folder that is taken, or where nothing fits', async () => {
  const { folder, service, choice, workspace } = await open();
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full', 'a.txt'), 'x');
  const count = (changes: object) =>
    service.count({ choice, format: 'csv', folder: 'out', ...changes });
  await refusingLater('collection.folder-taken', count({ folder: 'full' }));
  await refusingLater('collection.folder-refused', count({ folder: workspace.folder }));
  const none = { ...choice, filter: { ...nobody, collectionId: 1, patient: 'nobody' } };
  await refusingLater('collection.empty', count({ choice: none }));
  expect(await service.task()).toBeNull();
});
