import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { DocumentChoiceView } from '../contract/document-choice.ts';
import { procedures } from '../contract/procedures.ts';
import { createStatisticsService } from './statistics-service.ts';

async function open() {
  const workspace = newWorkspace();
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'notes.csv'),
    'id;patient;tekst\n1;p1;Geen koorts.\n2;p2;Wel koorts nu.\n',
  );
  const request = { collection: 'notes', paths: [join(folder, 'notes.csv')], choice: {} };
  const { collectionId } = await importDocuments(workspace, request, { nowMs: Date.now });
  const service = createStatisticsService({ workspace, nowMs: Date.now, onFault: () => undefined });
  const filter = {
    collectionId,
    search: null,
    patient: 'p2',
    from: null,
    to: null,
    kind: null,
    language: null,
    class: null,
    type: null,
    problem: null,
  };
  const choice: DocumentChoiceView = { of: 'collection', filter };
  return { service, choice };
}

test('figures are those of what was chosen', async () => {
  const { service, choice } = await open();
  const figures = procedures['collections.statistics'].output.parse(await service.of(choice));
  expect(figures).toMatchObject({ total: { documents: 1, words: 3 }, patients: 1 });
});

test('tokens of a model or set that is not there are not counted', async () => {
  const { service, choice } = await open();
  await refusingLater('record.missing', service.countTokens({ choice, modelId: 'none' }));
  const set: DocumentChoiceView = { of: 'set', name: 'none', version: 1 };
  await refusingLater('record.missing', service.of(set));
  expect(await service.tokenTask()).toBeNull();
});
