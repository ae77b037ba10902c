import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const enginesAndFailures: Migration = {
  version: 2,
  statements: [
    // Why a failed study failed: code, expected, found, remedy and place, as JSON.
    `ALTER TABLE studies ADD COLUMN failure_json TEXT`,
    // Who chose the engine of a run; NULL also for runs of version 1.
    `ALTER TABLE runs ADD COLUMN engine_source TEXT`,
    // One row per machine: a workspace may lie on a disk that several machines share.
    `CREATE TABLE calibrations (
       machine TEXT PRIMARY KEY,
       machine_description TEXT NOT NULL,
       program_version TEXT NOT NULL,
       measured_at_ms INTEGER NOT NULL,
       chosen TEXT,
       shape_json TEXT NOT NULL,
       engines_json TEXT NOT NULL
     ) STRICT, WITHOUT ROWID`,
  ],
};
