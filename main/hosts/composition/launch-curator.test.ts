import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ImportProgress } from '#core/collection/documents/import-progress.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import {
  newWorkspace,
  passphrase,
  temporaryFolder,
} from '#core/storage/testing/temporary-workspace.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { launchCurator } from './launch-curator.ts';

/** Several batches, so that there is a moment between them, and a thread that reads. */
function writeTable(rows: number): string {
  const path = join(temporaryFolder(), 'notes.csv');
  const lines = Array.from(
    { length: rows },
    (_, at) => `n${at},p${at % 9},"nota ${at} ${'dolor y fiebre desde ayer '.repeat(60)}"`,
  );
  writeFileSync(path, ['id,patient,text', ...lines].join('\n'));
  return path;
}

const rowCount = 11_000;

function openPlace() {
  const workspace = newWorkspace();
  const rawKey = unlockWorkspace(workspace.folder, { passphrase });
  const request = { collection: 'notes', paths: [writeTable(rowCount)], choice: {} };
  return {
    workspace,
    command: { workspaceFolder: workspace.folder, rawKey, personId: null, request },
  };
}

/** All that a person could see, but for the times. */
function contents(workspace: Workspace) {
  const { id: collectionId, documentCount } = workspace.collections.findByName('notes')!;
  const numbers = workspace.documentQueries.numbers({ collectionId });
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  return {
    documentCount,
    imports: workspace.documentImports
      .list(collectionId)
      .map(({ state, counts }) => [state, counts]),
    found: workspace.documentQueries.count({ collectionId, search: 'fiebre' }),
    some: [first, last].map((number) => workspace.documents.get(number)),
    audited: workspace.audit
      .entriesOf(['collection.created', 'documents.imported'])
      .map(({ action, detail }) => [action, detail]),
  };
}

describe('an import in a process of its own', () => {
  it('tells how it goes on, keeps what one in this process keeps, and is audited', async () => {
    const { workspace, command } = openPlace();
    const told: ImportProgress[] = [];
    const end = await launchCurator(command, (progress) => told.push(progress)).ended;
    expect(end).toMatchObject({ state: 'done', outcome: { counts: { new: rowCount } } });
    expect(told.length).toBeGreaterThan(1);
    expect(told[told.length - 1].bytesDone).toBe(told[0].bytesTotal);

    const here = newWorkspace();
    await importDocuments(here, command.request, { nowMs: Date.now });
    const apart = contents(workspace);
    expect(apart.documentCount).toBe(rowCount);
    expect(apart.found).toBe(rowCount);
    expect(contents(here)).toEqual(apart);
    expect(apart.audited).toHaveLength(2);
  });

  it.each([
    ['itself', 100],
    ['a thread of it', 5_000_000],
  ])('reads PDF in archives, in %s', async (_, length) => {
    const folder = temporaryFolder();
    const pdf = fileURLToPath(new URL('../../../test/fixtures/pdf/letters.pdf', import.meta.url));
    writeFileSync(join(folder, 'a.zip'), zipSync({ 'map/a.pdf': readFileSync(pdf) }));
    writeFileSync(join(folder, 'b.txt'), 'dolor y fiebre '.repeat(length / 15));
    const { workspace, command } = openPlace();
    const request = { ...command.request, paths: [folder] };
    const end = await launchCurator({ ...command, request }, () => undefined).ended;
    expect(end).toMatchObject({ state: 'done', outcome: { counts: { new: 2 } } });
    const { id } = workspace.collections.findByName('notes')!;
    expect(workspace.documents.findByOwnId(id, 'map/a.pdf')).toMatchObject({
      text: 'De patient heeft geen koorts.\nVet gedrukt',
      place: { file: 'a.zip', part: 'map/a.pdf' },
    });
  });

  it('is stopped after the batch at hand, and goes on in the next process', async () => {
    const { workspace, command } = openPlace();
    const curator = launchCurator(command, () => {
      curator.stop();
    });
    expect(await curator.ended).toEqual({ state: 'stopped' });
    const { documentCount } = workspace.collections.findByName('notes')!;
    expect(documentCount).toBeGreaterThan(0);
    expect(documentCount).toBeLessThan(rowCount);
    const end = await launchCurator(command, () => undefined).ended;
    expect(end).toMatchObject({ outcome: { wasResumed: true, counts: { new: rowCount } } });
    expect(contents(workspace).found).toBe(rowCount);
  });

  it('that is killed is a failure with what to do, and goes on where it was', async () => {
    const { workspace, command } = openPlace();
    const curator = launchCurator(command, () => {
      curator.kill();
    });
    expect(await curator.ended).toMatchObject({
      state: 'failed',
      failure: { code: 'curator.crashed', found: 'signal SIGKILL' },
    });
    const end = await launchCurator(command, () => undefined).ended;
    expect(end).toMatchObject({ outcome: { wasResumed: true, counts: { new: rowCount } } });
    expect(contents(workspace).found).toBe(rowCount);
    expect(workspace.checkIntegrity().databaseProblems).toEqual([]);
  });

  it('refuses what an import here would refuse, and no second beside it', async () => {
    const { workspace, command } = openPlace();
    const request = { ...command.request, paths: ['nowhere.csv'] };
    expect(await launchCurator({ ...command, request }, () => undefined).ended).toMatchObject({
      failure: { code: 'file.missing' },
    });
    const rivals: Promise<unknown>[] = [];
    const first = launchCurator(command, () => {
      if (rivals.length === 0) rivals.push(launchCurator(command, () => undefined).ended);
    });
    await first.ended;
    const [rival] = await Promise.all(rivals);
    // The second came while the first was at it, or after its end, when nothing is new.
    expect(JSON.stringify(rival)).toMatch(/collection\.import-running|"unchanged":11000/);
    expect(workspace.collections.findByName('notes')?.documentCount).toBe(rowCount);
  });
});
