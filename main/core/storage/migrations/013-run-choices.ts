import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const runChoices: Migration = {
  version: 13,
  statements: [
    // What a person decided about the runs of a study, by their keys, which outlive a new plan. The
    // smallest position begins first; null leaves a run where the plan has it.
    `CREATE TABLE run_choices (
       study_id TEXT NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
       key TEXT NOT NULL,
       is_left_out INTEGER NOT NULL CHECK (is_left_out IN (0, 1)),
       position INTEGER,
       PRIMARY KEY (study_id, key)
     ) STRICT, WITHOUT ROWID`,
    // Studies that end when the run at hand has.
    `CREATE TABLE study_pauses (
       study_id TEXT PRIMARY KEY REFERENCES studies (id) ON DELETE CASCADE
     ) STRICT, WITHOUT ROWID`,
  ],
};
