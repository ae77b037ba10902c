import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const judgements: Migration = {
  version: 11,
  statements: [
    // What the scores of single examples say of the models of a task: figures with intervals, pairs,
    // JSON, deflated. The hash is of the runs and settings that it was made of.
    `CREATE TABLE judgements (
       study_id TEXT NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
       task TEXT NOT NULL,
       hash TEXT NOT NULL,
       content BLOB NOT NULL,
       PRIMARY KEY (study_id, task)
     ) STRICT, WITHOUT ROWID`,
    // How a model is to be read that looks for a class: calibration and threshold, JSON.
    `CREATE TABLE screening_rules (
       study_id TEXT NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
       task TEXT NOT NULL,
       model TEXT NOT NULL,
       content_json TEXT NOT NULL,
       PRIMARY KEY (study_id, task, model)
     ) STRICT, WITHOUT ROWID`,
  ],
};
