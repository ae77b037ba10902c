import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAuditLog } from '#core/storage/audit.ts';
import { openCorpusStore } from '#core/storage/corpora.ts';
import { openDatasetStore } from '#core/storage/datasets.ts';
import { refusing, refusingLater } from '#core/storage/testing/refusing.ts';
import {
  cheapScrypt,
  closeLater,
  newWorkspace,
  openSql,
  passphrase,
  temporaryFolder,
} from '#core/storage/testing/temporary-workspace.ts';
import { createWorkspace, openWorkspace } from '#core/storage/workspace.ts';

function mount(folder: string): boolean {
  try {
    mkdirSync(folder);
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=14m', 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

function unmount(folder: string): void {
  execFileSync('/bin/umount', ['-l', folder], { stdio: 'ignore' });
}

const probe = join('/tmp', `anamnesis-mount-probe-${process.pid}`);
const mayMount = mount(probe);
if (mayMount) unmount(probe);
rmSync(probe, { recursive: true, force: true });

const notes = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(index),
    text: `${index} ${Math.sin(index)} `.repeat(40),
    label: 'yes',
    groupId: null,
  }));
const datasetInput = (count: number) => ({
  name: 'data',
  kind: 'labelled-notes' as const,
  sourceHash: `hash-${count}`,
  examples: notes(count),
  statistics: () => null,
});
function* incompressible(count: number) {
  for (let index = 0; index < count; index++) yield `${Math.sin(index)} ${Math.cos(index)}`;
}

describe.skipIf(!mayMount)('a disk that is full (skipped where tmpfs may not be mounted)', () => {
  it('costs the step that did not fit, and nothing else', async () => {
    const disk = join(temporaryFolder(), 'disk');
    mount(disk);
    onTestFinished(() => {
      unmount(disk);
    });
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(8_000_000));
    const folder = join(disk, 'workspace');
    const workspace = createWorkspace(folder, { passphrase, scrypt: cheapScrypt });
    const { blobs, corpora, datasets, studies } = workspace;
    const kept = await blobs.write([new Uint8Array(500_000)]);
    const dataset = datasets.put(datasetInput(100));

    await refusingLater('workspace.disk-full', blobs.write([new Uint8Array(9_000_000)]));
    refusing('workspace.disk-full', () => datasets.put(datasetInput(9_000)));
    const lines = incompressible(600_000);
    const tooMuch = corpora.put({ name: 'c', sourceHash: 'h', lines, statistics: () => null });
    await refusingLater('workspace.disk-full', tooMuch);

    expect(readdirSync(join(folder, 'blobs'))).toEqual([`${kept.id}.blob`]);
    expect(blobs.list()).toEqual([kept]);
    expect(datasets.list()).toEqual([dataset]);
    expect(corpora.list()).toEqual([]);
    // What could not even be deleted is left to the next opening, here of another process.
    const gone = `${hostname()}/4194305/1`;
    const sql = openSql(folder);
    sql.run(`UPDATE corpora SET writer = @gone`, { gone });
    const unfinished = () => sql.all(`SELECT id FROM corpora`);
    expect(unfinished()).toHaveLength(1);
    workspace.close();

    const again = closeLater(openWorkspace(folder, { passphrase }));
    expect(again.checkIntegrity()).toMatchObject({ databaseProblems: [], missingBlobs: [] });
    expect(again.audit.verify().broken).toBeNull();
    expect([...again.datasets.examples(dataset.id, 'labelled-notes')]).toEqual(notes(100));
    expect((await again.blobs.readWhole(kept.id)).length).toBe(500_000);
    expect(studies).toBeDefined();
    again.studies.create({ name: 'goes on', planJson: '{}' });
    expect(unfinished()).toHaveLength(1);

    rmSync(ballast);
    closeLater(openWorkspace(folder, { passphrase }));
    expect(unfinished()).toEqual([]);
  });

  it('is not mistaken for a damaged database where not a byte is left', () => {
    const disk = join(temporaryFolder(), 'disk');
    mount(disk);
    onTestFinished(() => {
      unmount(disk);
    });
    const folder = join(disk, 'workspace');
    createWorkspace(folder, { passphrase, scrypt: cheapScrypt }).close();
    const ballast = join(disk, 'ballast');
    expect(() => {
      writeFileSync(ballast, Buffer.alloc(20_000_000));
    }).toThrow('ENOSPC');
    refusing('workspace.disk-full', () => openWorkspace(folder, { passphrase }));
    rmSync(ballast);
    expect(closeLater(openWorkspace(folder, { passphrase })).audit.verify().broken).toBeNull();
  });

  it('does not let a workspace come into being half', () => {
    const disk = join(temporaryFolder(), 'disk');
    mount(disk);
    onTestFinished(() => {
      unmount(disk);
    });
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(14_550_000));
    const folder = join(disk, 'workspace');
    const make = () => createWorkspace(folder, { passphrase, scrypt: cheapScrypt });
    refusing('workspace.disk-full', make);
    rmSync(join(disk, 'ballast'));
    make().close();
  });
});

/** As a process that may make no file larger than this: so a used-up quota answers, too. */
const limited = `
  const { openWorkspace } = await import('#core/storage/workspace.ts');
  const workspace = openWorkspace(process.argv[1], { passphrase: process.argv[2] });
  try {
    workspace.studies.create({ name: 'large', planJson: 'x'.repeat(4_000_000) });
  } catch (error) {
    process.stdout.write(error.code + ' ');
  }
  await workspace.blobs.write([new Uint8Array(4_000_000)]).catch((error) => {
    process.stdout.write(error.code);
  });`;

describe.skipIf(process.platform === 'win32')('a disk that takes no more of a file', () => {
  it('is not mistaken for a damaged database', () => {
    const made = newWorkspace();
    const { folder } = made;
    made.close();
    const program = [
      process.execPath,
      '--input-type=module',
      '--eval',
      limited,
      folder,
      passphrase,
    ];
    // In units of 512 bytes: 2 MiB.
    const shell = ['-c', 'ulimit -f 4096; exec "$@"', 'sh', ...program];
    const said = execFileSync('/bin/sh', shell, { cwd: import.meta.dirname, encoding: 'utf8' });
    expect(said).toBe('workspace.disk-failed workspace.disk-failed');
    const again = closeLater(openWorkspace(folder, { passphrase }));
    expect(again.studies.list()).toEqual([]);
    expect(again.checkIntegrity()).toMatchObject({ databaseProblems: [], missingBlobs: [] });
    expect(readdirSync(join(folder, 'blobs'))).toEqual([]);
  });
});

describe('a database that may not grow', () => {
  it('says that the disk is full, undoes the transaction and goes on', async () => {
    const { folder } = newWorkspace();
    const sql = openSql(folder);
    const audit = openAuditLog(sql, Date.now);
    const context = { sql, audit, nowMs: Date.now };
    const datasets = openDatasetStore(context);
    const corpora = openCorpusStore(context);
    const dataset = datasets.put(datasetInput(10));
    sql.pragma(`max_page_count = ${Number(sql.pragma('page_count')) + 20}`);

    refusing('workspace.disk-full', () => datasets.put(datasetInput(1_000)));
    const lines = incompressible(50_000);
    const tooMuch = corpora.put({ name: 'c', sourceHash: 'h', lines, statistics: () => null });
    await refusingLater('workspace.disk-full', tooMuch);

    expect(datasets.list()).toEqual([dataset]);
    expect(corpora.list()).toEqual([]);
    expect(audit.verify()).toMatchObject({ entryCount: 2, broken: null });
    datasets.put(datasetInput(20));
    expect(datasets.list()).toHaveLength(2);
  });
});
