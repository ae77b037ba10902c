import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const trainingStates: Migration = {
  version: 3,
  statements: [
    // What a training goes on from after a stop or a kill. A run has two for a moment, while the
    // newer one takes the place of the older.
    `CREATE TABLE training_states (
       blob_id TEXT PRIMARY KEY REFERENCES blobs (id),
       run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
       configuration_hash TEXT NOT NULL,
       engine TEXT NOT NULL,
       kept_at_ms INTEGER NOT NULL,
       position_json TEXT NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX training_states_by_run ON training_states (run_id)`,
  ],
};
