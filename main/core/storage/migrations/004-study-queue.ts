import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const studyQueue: Migration = {
  version: 4,
  statements: [
    // Studies that wait until another has ended, the smallest position first.
    `CREATE TABLE study_queue (
       study_id TEXT PRIMARY KEY REFERENCES studies (id) ON DELETE CASCADE,
       position INTEGER NOT NULL UNIQUE
     ) STRICT, WITHOUT ROWID`,
  ],
};
