import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase } from '#core/storage/database.ts';
import type { Sql } from '#core/storage/database.ts';
import type { RunRequest } from '#core/storage/runs.ts';
import type { StorageEnvironment } from '#core/storage/storage-context.ts';
import { createWorkspace, openWorkspace } from '#core/storage/workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { deriveKey } from '#core/storage/workspace-key.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';

/** Cheap enough to make many workspaces; the product's own cost is tested once. */
export const cheapScrypt = { N: 2 ** 4, r: 8, p: 1 };
export const passphrase = 'correct horse battery staple';

/** A folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-storage-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Closed after the test, so that its folder can be removed. */
export function closeLater(workspace: Workspace): Workspace {
  onTestFinished(() => {
    workspace.close();
  });
  return workspace;
}

export function newWorkspace(environment: Partial<StorageEnvironment> = {}): Workspace {
  const folder = join(temporaryFolder(), 'workspace');
  return closeLater(createWorkspace(folder, { passphrase, scrypt: cheapScrypt }, environment));
}

export function reopen(folder: string, environment: Partial<StorageEnvironment> = {}): Workspace {
  return closeLater(openWorkspace(folder, { passphrase }, environment));
}

export const foldRequest = (changes: Partial<RunRequest> = {}): RunRequest => ({
  key: 'fine-tune/entities/adapted/fold-0',
  kind: 'fine-tuning',
  model: 'adapted',
  task: 'entities',
  fold: 0,
  configurationHash: 'a'.repeat(64),
  ...changes,
});

/** Every file under `folder` with its path; those that vanish meanwhile are left out. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** The files that hold one of the markers in UTF-8 or UTF-16. */
export function filesWith(folder: string, markers: readonly string[]): string[] {
  const needles = markers.flatMap((marker) => [
    Buffer.from(marker, 'utf8'),
    Buffer.from(marker, 'utf16le'),
  ]);
  return filesUnder(folder).filter((path) => {
    const bytes = readFileSync(path);
    return needles.some((needle) => bytes.includes(needle));
  });
}

/** Numbered lines until told to stop, each distinct and long enough to fill some chunks. */
export function* numberedLines(count: number): Generator<string> {
  for (let index = 0; index < count; index++) yield `línea ${index} — ${'x'.repeat(index % 50)}`;
}

/** A connection below the stores, as somebody who has the key could open one. */
export function openSql(folder: string, secret = passphrase): Sql {
  const rawKey = unlockWorkspace(folder, { passphrase: secret });
  const sql = openDatabase(join(folder, 'workspace.sqlite'), deriveKey(rawKey, 'database'));
  onTestFinished(() => {
    sql.close();
  });
  return sql;
}
