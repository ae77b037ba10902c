import { statSync } from 'node:fs';
import { refuseDatabase } from './database.ts';
import type { Sql } from './database.ts';

/**
 * Refuses a database that ends within a page. SQLite fills such a page up with zeros and takes it as
 * it is: neither decrypted nor authenticated, so that whoever may write to the disk, but has no key,
 * could put text there. A power cut can leave one too, while the log beside the database holds the
 * page whole: that is written back first. @throws workspace.database-damaged
 */
export function requireWholePages(sql: Sql, file: string): void {
  const pageBytes = Number(sql.pragma('page_size'));
  const isCut = () => statSync(file).size % pageBytes !== 0;
  if (!isCut()) return;
  sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  if (isCut()) refuseDatabase(file, 'one that ends within a page');
}
