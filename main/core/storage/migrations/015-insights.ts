import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const insights: Migration = {
  version: 15,
  statements: [
    // What was found out of models, with all that it was made of: source (what was looked at, texts
    // that lie nowhere else among it) and result are deflated JSON, the latter null before the end.
    `CREATE TABLE insights (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       kind TEXT NOT NULL,
       subject TEXT NOT NULL,
       settings_json TEXT NOT NULL,
       seed INTEGER NOT NULL,
       models_json TEXT NOT NULL,
       hash TEXT NOT NULL,
       source BLOB NOT NULL,
       result BLOB,
       person TEXT,
       created_at_ms INTEGER NOT NULL,
       finished_at_ms INTEGER
     ) STRICT`,
    `CREATE UNIQUE INDEX insights_by_hash ON insights (hash)`,
    // What is done of one that has not ended: deflated JSON, by what it is of.
    `CREATE TABLE insight_parts (
       insight_id INTEGER NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
       key TEXT NOT NULL,
       content BLOB NOT NULL,
       PRIMARY KEY (insight_id, key)
     ) STRICT, WITHOUT ROWID`,
    // Documents whose words stand in it: it goes with them.
    `CREATE TABLE insight_documents (
       insight_id INTEGER NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
       document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
       PRIMARY KEY (insight_id, document_id)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX insight_documents_by_document ON insight_documents (document_id)`,
    `CREATE TRIGGER insights_without_document AFTER DELETE ON insight_documents BEGIN
       DELETE FROM insights WHERE id = OLD.insight_id;
     END`,
  ],
};
