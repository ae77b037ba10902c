import type { AuditLog } from './audit.ts';
import type { Sql } from './database.ts';
import type { WorkspaceHeader } from './workspace-header.ts';

function knownGeneration(sql: Sql): number {
  const row = sql.get('SELECT generation FROM header_generation', {});
  return (row as { generation: number }).generation;
}

function setGeneration(sql: Sql, generation: number): void {
  sql.run('UPDATE header_generation SET generation = @generation', { generation });
}

/** The number of the next header, newer than any before; kept, to be written within the same transaction. */
export function storeHeaderGeneration(sql: Sql, generation: number): number {
  const next = Math.max(knownGeneration(sql), generation) + 1;
  setGeneration(sql, next);
  return next;
}

/**
 * Writes down when the header is not the one that was written last: an older one was put back, with
 * passphrases that no longer held; or a change ended after its header, before it was written down.
 */
export function noticeHeader(sql: Sql, audit: AuditLog, read: () => WorkspaceHeader): void {
  if (generationOf(read()) === knownGeneration(sql)) return;
  sql.transaction(() => {
    // Read again: whoever changes the header does it within a transaction.
    const generation = generationOf(read());
    const known = knownGeneration(sql);
    if (generation === known) return;
    const action = generation < known ? 'header.older' : 'header.newer';
    audit.append(action, { generation, known });
    setGeneration(sql, generation);
  });
}

function generationOf(header: WorkspaceHeader): number {
  return header.version === 1 ? 0 : header.generation;
}
