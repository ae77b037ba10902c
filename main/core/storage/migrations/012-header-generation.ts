import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const headerGeneration: Migration = {
  version: 12,
  statements: [
    // Sessions that began in an earlier epoch of a person are over.
    `ALTER TABLE persons ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0`,
    // Of a new workspace, whose log was empty when the first person was entered.
    `UPDATE persons SET created_at_ms = unixepoch() * 1000 WHERE created_at_ms = 0`,
    // The newest header that was written; 0 while it has no slots.
    `CREATE TABLE header_generation (
       only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
       generation INTEGER NOT NULL
     ) STRICT`,
    `INSERT INTO header_generation VALUES (1, 0)`,
  ],
};
