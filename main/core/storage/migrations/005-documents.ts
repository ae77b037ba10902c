import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const documents: Migration = {
  version: 5,
  statements: [
    // Each has a full-text index of its own, "search_<id>", so that removing one overwrites all of
    // its words; ids are never used again. While writer is set, that process removes it.
    `CREATE TABLE collections (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       name TEXT NOT NULL UNIQUE,
       created_at_ms INTEGER NOT NULL,
       writer TEXT
     ) STRICT`,
    // While one is running, writer is the process that reads it.
    `CREATE TABLE document_imports (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
       state TEXT NOT NULL,
       source_json TEXT NOT NULL,
       options_json TEXT NOT NULL,
       position_json TEXT NOT NULL,
       counts_json TEXT NOT NULL,
       created_at_ms INTEGER NOT NULL,
       updated_at_ms INTEGER NOT NULL,
       writer TEXT
     ) STRICT`,
    `CREATE INDEX document_imports_by_collection ON document_imports (collection_id)`,
    `CREATE TABLE document_import_problems (
       import_id INTEGER NOT NULL REFERENCES document_imports (id) ON DELETE CASCADE,
       position INTEGER NOT NULL,
       file TEXT NOT NULL,
       line INTEGER NOT NULL,
       rule TEXT NOT NULL,
       action TEXT NOT NULL,
       label TEXT,
       detail TEXT NOT NULL,
       PRIMARY KEY (import_id, position)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE document_import_problem_counts (
       import_id INTEGER NOT NULL REFERENCES document_imports (id) ON DELETE CASCADE,
       file TEXT NOT NULL,
       rule TEXT NOT NULL,
       action TEXT NOT NULL,
       label TEXT NOT NULL,
       count INTEGER NOT NULL,
       PRIMARY KEY (import_id, file, rule, action, label)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE document_sources (
       id INTEGER PRIMARY KEY,
       collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
       file TEXT NOT NULL,
       UNIQUE (collection_id, file)
     ) STRICT`,
    // Apart from the rest, so that a list of documents reads none of it. Versions of a document
    // with the same text share it.
    `CREATE TABLE document_texts (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       hash BLOB NOT NULL,
       content TEXT NOT NULL
     ) STRICT`,
    // What a source does not say is '' here: NULL has no place in an order that pages follow.
    `CREATE TABLE documents (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
       import_id INTEGER NOT NULL REFERENCES document_imports (id),
       seen_import_id INTEGER NOT NULL,
       own_id TEXT NOT NULL,
       version INTEGER NOT NULL,
       is_current INTEGER NOT NULL,
       text_id INTEGER NOT NULL REFERENCES document_texts (id),
       facts_hash BLOB NOT NULL,
       annotations_hash BLOB NOT NULL,
       patient TEXT NOT NULL,
       date TEXT NOT NULL,
       language TEXT NOT NULL,
       language_certainty REAL,
       kind TEXT NOT NULL,
       character_count INTEGER NOT NULL,
       word_count INTEGER NOT NULL,
       sentence_count INTEGER NOT NULL,
       source_id INTEGER NOT NULL REFERENCES document_sources (id),
       part TEXT,
       line INTEGER,
       columns_json TEXT
     ) STRICT`,
    `CREATE UNIQUE INDEX documents_by_own_id ON documents (collection_id, own_id)
       WHERE is_current = 1`,
    `CREATE INDEX documents_by_collection ON documents (collection_id) WHERE is_current = 1`,
    `CREATE INDEX documents_by_patient ON documents (collection_id, patient) WHERE is_current = 1`,
    `CREATE INDEX documents_by_date ON documents (collection_id, date) WHERE is_current = 1`,
    `CREATE INDEX documents_by_length ON documents (collection_id, word_count)
       WHERE is_current = 1`,
    // All that lists are narrowed by, so that documents are counted without their rows.
    `CREATE INDEX documents_by_facts
       ON documents (collection_id, kind, language, source_id, patient, date) WHERE is_current = 1`,
    `CREATE INDEX documents_by_text ON documents (text_id)`,
    `CREATE INDEX documents_by_source ON documents (source_id)`,
    `CREATE INDEX documents_by_import ON documents (import_id)`,
    // What the full-text indexes are over: the words of a document stand under its number.
    `CREATE VIEW searched_texts AS
       SELECT documents.id AS number, document_texts.content AS content
         FROM documents JOIN document_texts ON document_texts.id = documents.text_id`,
    // What a format holds and only its own writer reads.
    `CREATE TABLE document_carried (
       document_id INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
       format TEXT NOT NULL,
       parts_json TEXT NOT NULL
     ) STRICT`,
    `CREATE TABLE document_problems (
       document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
       rule TEXT NOT NULL,
       PRIMARY KEY (document_id, rule)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX document_problems_by_rule ON document_problems (rule)`,
    `CREATE TABLE annotations (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
       kind TEXT NOT NULL,
       label TEXT NOT NULL,
       own_id TEXT,
       start INTEGER,
       "end" INTEGER,
       fragments_json TEXT,
       attributes_json TEXT,
       origin_by TEXT NOT NULL,
       origin_name TEXT,
       origin_score REAL,
       origin_at_ms INTEGER,
       origin_guideline TEXT
     ) STRICT`,
    `CREATE INDEX annotations_by_document ON annotations (document_id)`,
    `CREATE INDEX annotations_by_label ON annotations (kind, label, document_id)`,
    `CREATE TABLE kept_mappings (
       name TEXT PRIMARY KEY,
       options_json TEXT NOT NULL,
       kept_at_ms INTEGER NOT NULL
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE labelled_sets (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       name TEXT NOT NULL UNIQUE,
       created_at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE TABLE labelled_set_versions (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       set_id INTEGER NOT NULL REFERENCES labelled_sets (id) ON DELETE CASCADE,
       version INTEGER NOT NULL,
       hash TEXT NOT NULL,
       choice_json TEXT NOT NULL,
       document_count INTEGER NOT NULL,
       annotation_count INTEGER NOT NULL,
       created_at_ms INTEGER NOT NULL,
       UNIQUE (set_id, version)
     ) STRICT`,
    // The annotations are copied: whatever becomes of those of the document, a version stays.
    `CREATE TABLE labelled_set_documents (
       version_id INTEGER NOT NULL REFERENCES labelled_set_versions (id) ON DELETE CASCADE,
       position INTEGER NOT NULL,
       document_id INTEGER NOT NULL REFERENCES documents (id),
       annotations_json TEXT NOT NULL,
       PRIMARY KEY (version_id, position)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX labelled_set_documents_by_document ON labelled_set_documents (document_id)`,
    `CREATE TRIGGER labelled_set_documents_are_never_changed BEFORE UPDATE ON labelled_set_documents
       BEGIN SELECT RAISE(ABORT, 'a frozen version is never changed'); END`,
    `CREATE TRIGGER document_texts_are_never_changed BEFORE UPDATE ON document_texts
       BEGIN SELECT RAISE(ABORT, 'a text is never changed'); END`,
  ],
};
