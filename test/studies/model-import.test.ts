import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { importModel } from '#core/library/import-model.ts';
import { verifyModel } from '#core/library/verify-model.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';

/** How an import knows a folder again, what it tells on its way, and what it leaves. */
const refuse = { whenTaken: 'refuse' } as const;
const number = { whenTaken: 'number' } as const;

function makeFolder(change: (folder: string) => void = () => undefined): string {
  const folder = join(temporaryFolder(), 'micro');
  writeCheckpoint(folder, makeMicroModel('bert', 'masked'));
  change(folder);
  return folder;
}

/** Another value in the last weight: names and sizes of all files stay. */
function changeLastValue(folder: string, value: number): void {
  const path = join(folder, 'model.safetensors');
  const bytes = readFileSync(path);
  bytes.writeFloatLE(value, bytes.length - 4);
  writeFileSync(path, bytes);
}

const plainFilesOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

/** The hash as workspaces have held it from the first version on. */
function hashFolder(folder: string): string {
  const hash = createHash('sha256');
  for (const name of plainFilesOf(folder)) {
    hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

const blobFilesOf = (workspace: Workspace) => readdirSync(join(workspace.folder, 'blobs'));

/** Listens to an import; `told` grows with what it tells. */
function listen() {
  const told: { done: number; total: number }[] = [];
  const onProgress = (done: number, total: number) => told.push({ done, total });
  return { told, onProgress };
}

describe('A folder is known again', () => {
  test('by the hash that older workspaces hold', async () => {
    const folder = makeFolder();
    const { record } = await importModel(newWorkspace(), folder, refuse);
    expect(record.origin).toMatchObject({ kind: 'checkpoint', sourceHash: hashFolder(folder) });
  });

  test('under another name and from another place', async () => {
    const workspace = newWorkspace();
    const folder = makeFolder();
    const first = await importModel(workspace, folder, refuse);
    const copy = join(temporaryFolder(), 'a-copy');
    cpSync(folder, copy, { recursive: true });
    const again = await importModel(workspace, copy, { ...refuse, name: 'another' });
    expect(again).toMatchObject({ wasThere: true, stored: { id: first.stored.id, name: 'micro' } });
    expect(again.stored.tokenizerFiles).toEqual(first.stored.tokenizerFiles);
    expect(blobFilesOf(workspace)).toHaveLength(1);
  });

  test('but not when its bytes differ, whatever its names and sizes', async () => {
    const workspace = newWorkspace();
    const first = await importModel(workspace, makeFolder(), refuse);
    const other = makeFolder((folder) => {
      changeLastValue(folder, 0.25);
    });
    const second = await importModel(workspace, other, number);
    expect(second).toMatchObject({ wasThere: false, stored: { name: 'micro-2' } });
    expect(second.record.origin).toMatchObject({ sourceHash: hashFolder(other) });
    const shaOf = ({ stored }: typeof first) => workspace.blobs.get(stored.weightsBlobId).sha256;
    expect(shaOf(second)).not.toBe(shaOf(first));
    await verifyModel(workspace, second.stored);
  });

  test('when its name is taken by itself, though its weights were kept otherwise', async () => {
    const workspace = newWorkspace();
    const folder = makeFolder();
    const { record, stored } = await importModel(newWorkspace(), folder, refuse);
    // As another version of the program may have kept them.
    const { id } = await workspace.blobs.write([new Uint8Array(10)]);
    workspace.models.put({
      ...{ studyId: null, name: 'micro', parentModelId: null, runId: null, weightsBlobId: id },
      configuration: { ...record.encoder, ...record },
      tokenizerFiles: stored.tokenizerFiles,
    });
    expect(await importModel(workspace, folder, refuse)).toMatchObject({ wasThere: true });
    // Under another name nothing tells before the weights were read; then its hash does.
    const renamed = await importModel(workspace, folder, { ...refuse, name: 'another' });
    expect(renamed).toMatchObject({ wasThere: true, stored: { name: 'micro' } });
    expect(blobFilesOf(workspace)).toEqual([`${id}.blob`]);
    expect(workspace.blobs.list()).toHaveLength(1);
    expect(workspace.models.list()).toHaveLength(1);
  });

  test('when another import of it was faster, of which then nothing is stored twice', async () => {
    const workspace = newWorkspace();
    const folder = makeFolder();
    const both = await Promise.all([
      importModel(workspace, folder, number),
      importModel(workspace, folder, number),
    ]);
    expect(both.map(({ wasThere }) => wasThere).sort()).toEqual([false, true]);
    expect(both[0].stored.id).toBe(both[1].stored.id);
    expect(workspace.models.list()).toHaveLength(1);
    expect(workspace.blobs.list()).toHaveLength(1);
    expect(blobFilesOf(workspace)).toHaveLength(1);
  });
});

describe('The progress of an import', () => {
  test.each([
    ['into an empty workspace', async () => Promise.resolve()],
    [
      'beside a model of the same size',
      async (workspace: Workspace) => {
        const other = makeFolder((folder) => {
          changeLastValue(folder, 0.5);
        });
        await importModel(workspace, other, { ...refuse, name: 'other' });
      },
    ],
  ])('%s grows to what is read and written, and ends there', async (_where, prepare) => {
    const workspace = newWorkspace();
    await prepare(workspace);
    const folder = makeFolder();
    const { told, onProgress } = listen();
    const { stored } = await importModel(workspace, folder, { ...refuse, onProgress });
    const source = plainFilesOf(folder).reduce(
      (sum, name) => sum + statSync(join(folder, name)).size,
      0,
    );
    const total = source + workspace.blobs.get(stored.weightsBlobId).sizeBytes;
    expect(new Set(told.map((one) => one.total))).toEqual(new Set([total]));
    const done = told.map((one) => one.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.at(-1)).toBe(total);
    // Not because it is held back: nothing was told twice.
    expect(new Set(done).size).toBe(done.length);
  });

  test('ends when the import is refused: nothing goes on behind it', async () => {
    const workspace = newWorkspace();
    const folder = makeFolder((spoiled) => {
      changeLastValue(spoiled, Number.NaN);
      // So many that the hash would take much longer than the weights.
      for (let file = 0; file < 500; file++) {
        writeFileSync(join(spoiled, `beside-${file}`), Buffer.alloc(100_000));
      }
    });
    const { told, onProgress } = listen();
    const attempt = importModel(workspace, folder, { ...refuse, onProgress });
    await refusingLater('checkpoint.weight-not-finite', attempt);
    const heard = told.length;
    // Most of the folder was not read any more, and nothing is read later.
    expect(told.at(-1)?.done).toBeLessThan(told[0].total / 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told).toHaveLength(heard);
    expect(blobFilesOf(workspace)).toEqual([]);
    expect(workspace.blobs.list()).toEqual([]);
  });
});
