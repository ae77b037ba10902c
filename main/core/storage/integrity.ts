import { readdirSync } from 'node:fs';
import { isAnamnesisError } from '#core/base/error.ts';
import type { AuditVerification } from './audit.ts';
import { blobFileName, type BlobStore } from './blobs.ts';
import type { StorageContext } from './storage-context.ts';

/** What a full check found; all is well when both lists are empty and `audit.broken` is null. */
export interface IntegrityReport {
  /** In SQLite's words, which name tables and rows but quote no content. */
  readonly databaseProblems: readonly string[];
  /** Ids of blobs whose file is not there. Whether it is sound tells `findUnsoundBlobs`. */
  readonly missingBlobs: readonly string[];
  readonly audit: AuditVerification;
}

/** Reads every page of the database, and looks whether every file is there. */
export function checkIntegrity(
  { sql, audit }: StorageContext,
  blobFolder: string,
): IntegrityReport {
  const rows = [
    ...(sql.all('SELECT integrity_check AS problem FROM pragma_integrity_check') as {
      problem: string;
    }[]),
    ...(sql.all(
      `SELECT "table" || ' refers to a missing ' || parent AS problem FROM pragma_foreign_key_check`,
    ) as { problem: string }[]),
  ];
  const blobs = sql.all(`SELECT id FROM blobs WHERE writer IS NULL`) as { id: string }[];
  const files = new Set(readdirSync(blobFolder));
  return {
    databaseProblems: rows.map(({ problem }) => problem).filter((problem) => problem !== 'ok'),
    missingBlobs: blobs.map(({ id }) => id).filter((id) => !files.has(blobFileName(id))),
    audit: audit.verify(),
  };
}

/**
 * Reads every encrypted file to its end, which authenticates each piece of it. Returns code and id
 * of those that are missing or not what was written.
 */
export async function findUnsoundBlobs(blobs: BlobStore): Promise<string[]> {
  const unsound: string[] = [];
  for (const { id } of blobs.list()) {
    const code = await findFault(blobs, id);
    if (code !== null) unsound.push(`${code} ${id}`);
  }
  return unsound;
}

async function findFault(blobs: BlobStore, id: string): Promise<string | null> {
  try {
    const pieces = blobs.read(id)[Symbol.asyncIterator]();
    let piece = await pieces.next();
    while (piece.done !== true) piece = await pieces.next();
    return null;
  } catch (error) {
    // Removed by another process since it was listed.
    if (isAnamnesisError(error, 'record.missing')) return null;
    if (isAnamnesisError(error, 'blob.missing') || isAnamnesisError(error, 'blob.damaged')) {
      return error.code;
    }
    throw error;
  }
}
