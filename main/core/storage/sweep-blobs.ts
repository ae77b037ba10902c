import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { blobFileName, isBlobFileName, temporaryBlobFileName } from './blobs.ts';
import type { Sql } from './database.ts';
import { isAbandoned } from './process-identity.ts';

interface Owner {
  readonly id: string;
  readonly writer: string | null;
  readonly startedAtMs: number;
}

/** What is not named as ours is somebody's: network drives and disks put folders of their own everywhere. */
function listBlobFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isBlobFileName(entry.name))
    .map(({ name }) => name);
}

/**
 * Deletes what killed processes left in the folder of blobs: unfinished files, and files whose
 * entry is gone. The folder is read before the database: an entry always comes before its file,
 * so a file without one cannot be of a writer that has just begun.
 */
export function sweepBlobs(sql: Sql, folder: string, nowMs: number): void {
  const files = listBlobFiles(folder);
  const owners = sql.all(`SELECT id, writer, created_at_ms AS startedAtMs FROM blobs`) as Owner[];
  const abandoned = owners.filter(
    ({ writer, startedAtMs }) => writer !== null && isAbandoned(writer, { startedAtMs, nowMs }),
  );
  const dead = new Set(abandoned.map(({ id }) => id));
  const wanted = new Set(
    owners
      .filter(({ id }) => !dead.has(id))
      .flatMap(({ id }) => [blobFileName(id), temporaryBlobFileName(id)]),
  );
  for (const file of files) {
    if (!wanted.has(file)) rmSync(join(folder, file), { force: true });
  }
  for (const { id } of abandoned) sql.run(`DELETE FROM blobs WHERE id = @id`, { id });
}
