import type { Sql } from './database.ts';

/** What became of the pages of the database that held what was removed. */
export interface CompactedDatabase {
  /** Given back to the disk. */
  readonly freedBytes: number;
  /** Still in the file, encrypted; taken first by whatever is written next. */
  readonly reusableBytes: number;
}

/** Small enough that the log beside the database stays small, and other processes get their turn. */
const pagesPerStep = 2_000;

/**
 * Gives unused pages back to the disk. Workspaces made by this version can; in those made before,
 * the pages stay in the file and are used again: rewriting a database of some GB needs as much
 * memory, since nothing may be written to a temporary file.
 */
export function compactDatabase(sql: Sql): CompactedDatabase {
  const pageBytes = Number(sql.pragma('page_size'));
  const unusedPages = () => Number(sql.pragma('freelist_count'));
  const before = unusedPages();
  for (let left = before; left > 0;) {
    sql.exec(`PRAGMA incremental_vacuum(${pagesPerStep})`);
    const now = unusedPages();
    if (now >= left) break;
    left = now;
  }
  // The file itself becomes shorter when the log is written into it; a reader may delay that.
  sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const after = unusedPages();
  return {
    freedBytes: Math.max(0, before - after) * pageBytes,
    reusableBytes: after * pageBytes,
  };
}
