import { readdirSync } from 'node:fs';
import type { AuditVerification } from './audit.ts';
import { blobFileName } from './blobs.ts';
import type { StorageContext } from './storage-context.ts';

/** What a full check found; all is well when both lists are empty and `audit.broken` is null. */
export interface IntegrityReport {
  /** In SQLite's words, which name tables and rows but quote no content. */
  readonly databaseProblems: readonly string[];
  /** Ids of blobs whose file is not there. Whether a file is sound shows when it is read. */
  readonly missingBlobs: readonly string[];
  readonly audit: AuditVerification;
}

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
