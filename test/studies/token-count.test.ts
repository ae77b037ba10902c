import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type TokenTask, tokenTaskSchema } from '#core/api/contract/token-count.ts';
import { createStatisticsService } from '#core/api/services/statistics-service.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { importModel } from '#core/library/import-model.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';

/** From documents and a model of the workspace to figures, as a window asks for them. */
test('tokens are those that the vocabulary of the model cuts, told as an event', async () => {
  const workspace = newWorkspace();
  const folder = temporaryFolder();
  const notes = join(folder, 'notes.csv');
  writeFileSync(notes, `id;tekst\n1;Geen koorts.\n2;Wel koorts nu.\n3;${'koorts '.repeat(600)}\n`);
  const request = { collection: 'notes', paths: [notes], choice: {} };
  const { collectionId } = await importDocuments(workspace, request, { nowMs: Date.now });
  const micro = join(folder, 'micro');
  writeCheckpoint(micro, makeMicroModel('bert', 'token'));
  const { stored } = await importModel(workspace, micro, { name: 'micro', whenTaken: 'refuse' });
  const service = createStatisticsService({ workspace, nowMs: Date.now, onFault: () => undefined });
  const ended = new Promise<TokenTask>((resolve) => {
    service.subscribe((event) => {
      if (event.type === 'token-count' && event.task.state !== 'running') resolve(event.task);
    });
  });
  const everything = { search: null, patient: null, from: null, to: null, kind: null };
  const filter = { ...everything, language: null, class: null, type: null, problem: null };
  const choice = { of: 'collection', filter: { ...filter, collectionId } } as const;
  await service.countTokens({ choice, modelId: stored.id });
  const task = tokenTaskSchema.parse(await ended);
  const tokenizer = openTokenizer(stored.tokenizerFiles);
  const tokens = workspace.documentQueries
    .numbers({ collectionId })
    .map((number) => tokenizer.encode(workspace.documents.get(number).text).ids.length);
  const total = tokens[0] + tokens[1] + tokens[2];
  expect(tokens[2]).toBeGreaterThanOrEqual(600);
  const beyond = tokens[2] + 2 - 512;
  expect(task).toMatchObject({
    state: 'done',
    model: 'micro',
    result: {
      limit: 512,
      total: { documents: 3, tokens: total, longer: 1, beyond },
      bySource: [{ value: 'notes.csv', documents: 3, tokens: total }],
    },
  });
  expect(await service.tokenTask()).toEqual(task);
});
