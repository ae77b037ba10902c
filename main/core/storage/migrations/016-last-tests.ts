import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const lastTests: Migration = {
  version: 16,
  statements: [
    // What a model said of the locked test sets of its study: figures, scores, JSON, deflated. The hash is of
    // the sets; a model is tested on them once.
    `CREATE TABLE last_tests (
       study_id TEXT NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
       task TEXT NOT NULL,
       model TEXT NOT NULL,
       model_id TEXT NOT NULL,
       sets_hash TEXT NOT NULL,
       content BLOB NOT NULL,
       PRIMARY KEY (study_id, task, model_id, sets_hash)
     ) STRICT, WITHOUT ROWID`,
  ],
};
