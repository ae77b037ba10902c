import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const foldPredictions: Migration = {
  version: 6,
  statements: [
    // What models said of the examples of a test fold: JSON, deflated.
    `CREATE TABLE fold_predictions (
       run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
       content BLOB NOT NULL
     ) STRICT, WITHOUT ROWID`,
  ],
};
