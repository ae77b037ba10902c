import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const contaminations: Migration = {
  version: 7,
  statements: [
    // What the examples of a task were met as: counts, ids and places, JSON, deflated. The hash is of
    // the data that was compared.
    `CREATE TABLE contaminations (
       study_id TEXT NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
       task TEXT NOT NULL,
       hash TEXT NOT NULL,
       content BLOB NOT NULL,
       PRIMARY KEY (study_id, task)
     ) STRICT, WITHOUT ROWID`,
  ],
};
