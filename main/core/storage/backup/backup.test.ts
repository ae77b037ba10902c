import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allMigrations } from '../migrations/all-migrations.ts';
import { migrate } from '../migrate.ts';
import { refusing } from '../testing/refusing.ts';
import {
  closeLater,
  newWorkspace,
  openSql,
  passphrase,
  temporaryFolder,
} from '../testing/temporary-workspace.ts';
import type { Workspace } from '../workspace.ts';
import { openWorkspace } from '../workspace.ts';
import { restoreWorkspace } from './restore.ts';

const unlock = () => ({ passphrase });
const target = (name = 'backup.tar') => join(temporaryFolder(), name);
const newFolder = () => join(temporaryFolder(), 'restored');
const openRestored = (folder: string) => closeLater(openWorkspace(folder, { passphrase }));

/** With two studies and two encrypted files, of which one is larger than a piece. */
async function filledWorkspace(): Promise<Workspace> {
  const workspace = newWorkspace();
  for (const name of ['first', 'second']) workspace.studies.create({ name, planJson: '{}' });
  await workspace.blobs.write([new Uint8Array(3_000_001).fill(7)]);
  await workspace.blobs.write([Buffer.from('short')]);
  return workspace;
}

/** All rows of all tables that hold what people made, in their order. */
function allRows(folder: string) {
  const sql = openSql(folder);
  const tables = sql.all(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
  ) as { name: string }[];
  return Object.fromEntries(
    tables.map(({ name }) => [name, sql.all(`SELECT * FROM "${name}"`)] as const),
  );
}

describe('a backup', () => {
  it('gives the same workspace again: every row in its order, every file, the same passphrase', async () => {
    const workspace = await filledWorkspace();
    const before = allRows(workspace.folder);
    const file = target();
    const backup = await workspace.backUp(file);
    expect(backup).toMatchObject({ blobCount: 2, sizeBytes: statSync(file).size });
    expect(backup.audit.broken).toBeNull();

    const folder = newFolder();
    const audit = await restoreWorkspace(file, folder, unlock);
    expect(audit.headHash).toBe(backup.audit.headHash);
    const restored = openRestored(folder);
    const after = allRows(folder);
    // That it was restored is written down, and nothing else.
    const entries = after.audit_log ?? after.audit;
    expect(entries).toHaveLength(backup.audit.entryCount + 1);
    for (const [table, rows] of Object.entries(before)) {
      if (!table.startsWith('audit')) expect([table, after[table]]).toEqual([table, rows]);
    }
    for (const { id } of workspace.blobs.list()) {
      const [there, here] = [workspace, restored].map(({ blobs }) => blobs.readWhole(id));
      expect(Buffer.compare(await here, await there)).toBe(0);
    }
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('is unpacked and checked by tar and sha256sum, too', async () => {
    const workspace = await filledWorkspace();
    const file = target();
    await workspace.backUp(file);
    const folder = temporaryFolder();
    execFileSync('tar', ['-xf', file, '-C', folder]);
    execFileSync('sha256sum', ['--check', '--strict', 'checksums.sha256'], { cwd: folder });
    expect(
      openRestored(folder)
        .studies.list()
        .map(({ name }) => name),
    ).toHaveLength(2);
  });

  it('holds what was there at one moment while others write and remove', async () => {
    const workspace = await filledWorkspace();
    const other = closeLater(openWorkspace(workspace.folder, { passphrase }));
    const file = target();
    let isDone = false;
    const writing = (async () => {
      for (let round = 0; !isDone; round++) {
        const { id } = await other.blobs.write([Buffer.alloc(10_000, round)]);
        other.studies.create({ name: `study ${round}`, planJson: '{}' });
        if (round % 2 === 0) await other.blobs.delete(id);
      }
    })();
    await workspace.backUp(file);
    isDone = true;
    await writing;
    await restoreWorkspace(file, newFolder(), unlock);
  });

  it('leaves nothing beside itself, and takes no name that is taken', async () => {
    const workspace = await filledWorkspace();
    const file = target();
    await workspace.backUp(file);
    expect(readdirSync(join(file, '..'))).toEqual(['backup.tar']);
    await expect(workspace.backUp(file)).rejects.toMatchObject({ code: 'file.taken' });
    expect(readdirSync(join(file, '..'))).toEqual(['backup.tar']);
  });

  it('is not made of what is damaged', async () => {
    const workspace = await filledWorkspace();
    const [name] = readdirSync(join(workspace.folder, 'blobs'));
    const path = join(workspace.folder, 'blobs', name);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] ^= 1;
    writeFileSync(path, bytes);
    const file = target();
    await expect(workspace.backUp(file)).rejects.toMatchObject({ code: 'blob.damaged' });
    expect(existsSync(file)).toBe(false);
  });
});

describe('restoring', () => {
  it('refuses a backup that was cut or changed anywhere, and leaves nothing', async () => {
    const workspace = await filledWorkspace();
    const file = target();
    await workspace.backUp(file);
    const whole = readFileSync(file);
    const listEnd = whole.length - 1024;
    for (const cut of [0, 100, 512, 700, 200_000, whole.length >> 1, listEnd - 600]) {
      const damaged = target();
      writeFileSync(damaged, whole.subarray(0, cut));
      const folder = newFolder();
      await expect(restoreWorkspace(damaged, folder, unlock)).rejects.toMatchObject({
        code: 'workspace.backup-damaged',
      });
      expect(readdirSync(join(folder, '..'))).toEqual([]);
    }
    for (const place of [600, 5000, whole.length >> 1, listEnd - 600]) {
      const damaged = target();
      const bytes = Buffer.from(whole);
      bytes[place] ^= 1;
      writeFileSync(damaged, bytes);
      const folder = newFolder();
      await expect(restoreWorkspace(damaged, folder, unlock)).rejects.toMatchObject({
        code: 'workspace.backup-damaged',
      });
      expect(readdirSync(join(folder, '..'))).toEqual([]);
    }
  });

  it('refuses an archive that would write elsewhere', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'outside'), 'x');
    mkdirSync(join(folder, 'in'));
    const file = join(folder, 'bad.tar');
    execFileSync('tar', [
      '--format=ustar',
      '-P',
      '-cf',
      file,
      '-C',
      join(folder, 'in'),
      '../outside',
    ]);
    await expect(restoreWorkspace(file, newFolder(), unlock)).rejects.toMatchObject({
      code: 'workspace.backup-damaged',
    });
  });

  it('refuses a wrong passphrase, a folder that holds something, and a file that is not there', async () => {
    const workspace = await filledWorkspace();
    const file = target();
    await workspace.backUp(file);
    const wrong = () => ({ passphrase: 'another' });
    const folder = newFolder();
    await expect(restoreWorkspace(file, folder, wrong)).rejects.toMatchObject({
      code: 'workspace.wrong-key',
    });
    expect(existsSync(folder)).toBe(false);
    await expect(restoreWorkspace(file, workspace.folder, unlock)).rejects.toMatchObject({
      code: 'workspace.exists',
    });
    await expect(restoreWorkspace(`${file}.no`, folder, unlock)).rejects.toMatchObject({
      code: 'file.unreadable',
    });
  });

  it('refuses a backup of a newer version of the program, and leaves nothing', async () => {
    const workspace = await filledWorkspace();
    const later = {
      version: allMigrations.length + 1,
      statements: ['CREATE TABLE later (x TEXT)'],
    };
    migrate(openSql(workspace.folder), [...allMigrations, later]);
    const file = target();
    await workspace.backUp(file);
    const folder = newFolder();
    await expect(restoreWorkspace(file, folder, unlock)).rejects.toMatchObject({
      code: 'workspace.too-new',
    });
    expect(existsSync(folder)).toBe(false);
    refusing('workspace.too-new', () => openWorkspace(workspace.folder, { passphrase }));
  });
});
