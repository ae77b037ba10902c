import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const labelChecks: Migration = {
  version: 14,
  statements: [
    // What somebody decided of a label that may be wrong, in one version of a set. The key names place
    // and label; what it is changed into is JSON, null where it is taken away. No text of a note.
    `CREATE TABLE label_checks (
       version_id INTEGER NOT NULL REFERENCES labelled_set_versions (id) ON DELETE CASCADE,
       document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
       label_key TEXT NOT NULL,
       decision TEXT NOT NULL CHECK (decision IN ('kept', 'changed')),
       change_json TEXT,
       person TEXT NOT NULL,
       at_ms INTEGER NOT NULL,
       PRIMARY KEY (version_id, document_id, label_key)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX label_checks_by_document ON label_checks (document_id)`,
  ],
};
