import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const corpusDocuments: Migration = {
  version: 9,
  statements: [
    // Where the documents of a corpus end, and what tells them apart: numbers, deflated. Corpora of
    // earlier versions have none until a study asks for it.
    `CREATE TABLE corpus_documents (
       corpus_id TEXT PRIMARY KEY REFERENCES corpora (id) ON DELETE CASCADE,
       content BLOB NOT NULL
     ) STRICT, WITHOUT ROWID`,
    // What a training has measured on text that it does not learn from.
    `CREATE TABLE run_held_out_curve (
       run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
       step INTEGER NOT NULL,
       at_ms INTEGER NOT NULL,
       loss REAL NOT NULL,
       PRIMARY KEY (run_id, step)
     ) STRICT, WITHOUT ROWID`,
  ],
};
