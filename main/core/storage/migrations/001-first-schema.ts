import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const firstSchema: Migration = {
  version: 1,
  statements: [
    `CREATE TABLE studies (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL UNIQUE,
       plan_json TEXT NOT NULL,
       state TEXT NOT NULL,
       created_at_ms INTEGER NOT NULL,
       started_at_ms INTEGER,
       finished_at_ms INTEGER
     ) STRICT`,
    `CREATE TABLE runs (
       id TEXT PRIMARY KEY,
       study_id TEXT NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
       position INTEGER NOT NULL,
       key TEXT NOT NULL,
       kind TEXT NOT NULL,
       state TEXT NOT NULL,
       model TEXT,
       task TEXT,
       fold INTEGER,
       configuration_hash TEXT NOT NULL,
       engine TEXT,
       started_at_ms INTEGER,
       finished_at_ms INTEGER,
       error_code TEXT,
       error_message TEXT,
       summary_json TEXT,
       UNIQUE (study_id, key),
       UNIQUE (study_id, position)
     ) STRICT`,
    // A value that is not a number (a metric without a case) is stored as NULL.
    `CREATE TABLE metrics (
       run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
       position INTEGER NOT NULL,
       name TEXT NOT NULL,
       entity_type TEXT,
       value REAL,
       PRIMARY KEY (run_id, position)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE run_progress (
       run_id TEXT PRIMARY KEY REFERENCES runs (id) ON DELETE CASCADE,
       at_ms INTEGER NOT NULL,
       step INTEGER NOT NULL,
       step_count INTEGER NOT NULL,
       loss REAL,
       tokens_per_second REAL
     ) STRICT`,
    `CREATE TABLE run_curve (
       run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
       step INTEGER NOT NULL,
       at_ms INTEGER NOT NULL,
       loss REAL NOT NULL,
       PRIMARY KEY (run_id, step)
     ) STRICT, WITHOUT ROWID`,
    // A corpus is visible once writer is NULL; until then that process is filling it.
    `CREATE TABLE corpora (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       source_hash TEXT NOT NULL,
       statistics_json TEXT NOT NULL,
       line_count INTEGER NOT NULL,
       chunk_count INTEGER NOT NULL,
       created_at_ms INTEGER NOT NULL,
       writer TEXT
     ) STRICT`,
    `CREATE INDEX corpora_by_source ON corpora (source_hash)`,
    // Some MB of lines per row, deflated, because a row per line would double a corpus of GB.
    `CREATE TABLE corpus_chunks (
       corpus_id TEXT NOT NULL REFERENCES corpora (id) ON DELETE CASCADE,
       position INTEGER NOT NULL,
       content BLOB NOT NULL,
       PRIMARY KEY (corpus_id, position)
     ) STRICT`,
    `CREATE TABLE datasets (
       id TEXT PRIMARY KEY,
       name TEXT NOT NULL,
       kind TEXT NOT NULL,
       source_hash TEXT NOT NULL,
       statistics_json TEXT NOT NULL,
       example_count INTEGER NOT NULL,
       created_at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE INDEX datasets_by_source ON datasets (source_hash)`,
    `CREATE TABLE dataset_examples (
       dataset_id TEXT NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
       position INTEGER NOT NULL,
       example_id TEXT NOT NULL,
       group_id TEXT,
       content_json TEXT NOT NULL,
       PRIMARY KEY (dataset_id, position)
     ) STRICT`,
    `CREATE INDEX dataset_examples_by_id ON dataset_examples (dataset_id, example_id)`,
    // A blob is visible once writer is NULL; until then that process is writing its file.
    `CREATE TABLE blobs (
       id TEXT PRIMARY KEY,
       size_bytes INTEGER NOT NULL,
       sha256 TEXT NOT NULL,
       created_at_ms INTEGER NOT NULL,
       writer TEXT
     ) STRICT`,
    `CREATE TABLE models (
       id TEXT PRIMARY KEY,
       study_id TEXT REFERENCES studies (id) ON DELETE SET NULL,
       name TEXT NOT NULL,
       parent_model_id TEXT REFERENCES models (id),
       run_id TEXT REFERENCES runs (id) ON DELETE SET NULL,
       configuration_json TEXT NOT NULL,
       tokenizer_files_json TEXT NOT NULL,
       weights_blob_id TEXT NOT NULL REFERENCES blobs (id),
       created_at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE INDEX models_by_run ON models (run_id)`,
    `CREATE INDEX models_by_study ON models (study_id)`,
    `CREATE INDEX models_by_parent ON models (parent_model_id)`,
    `CREATE INDEX models_by_blob ON models (weights_blob_id)`,
    `CREATE TABLE audit (
       position INTEGER PRIMARY KEY,
       at_ms INTEGER NOT NULL,
       action TEXT NOT NULL,
       detail_json TEXT NOT NULL,
       previous_hash TEXT NOT NULL,
       hash TEXT NOT NULL
     ) STRICT`,
    `CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END`,
    `CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
       BEGIN SELECT RAISE(ABORT, 'the audit log is never deleted'); END`,
    `CREATE TABLE locks (
       name TEXT PRIMARY KEY,
       token TEXT NOT NULL,
       holder TEXT NOT NULL,
       acquired_at_ms INTEGER NOT NULL,
       heartbeat_at_ms INTEGER NOT NULL
     ) STRICT`,
  ],
};
