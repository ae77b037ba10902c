import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const screening: Migration = {
  version: 17,
  statements: [
    // A model at work, by somebody's decision. A release is never changed: the next of its name says
    // which one it replaces, and only one can replace it.
    `CREATE TABLE screening_releases (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       name TEXT NOT NULL,
       content_json TEXT NOT NULL,
       person TEXT,
       released_at_ms INTEGER NOT NULL,
       until_ms INTEGER NOT NULL,
       replaces INTEGER UNIQUE REFERENCES screening_releases (id)
     ) STRICT`,
    `CREATE UNIQUE INDEX first_screening_releases ON screening_releases (name)
       WHERE replaces IS NULL`,
    // While one is running, writer is the process that screens.
    `CREATE TABLE screenings (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       release_id INTEGER NOT NULL REFERENCES screening_releases (id),
       source_json TEXT NOT NULL,
       state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'failed', 'finished')),
       counts_json TEXT NOT NULL,
       failure_json TEXT,
       person TEXT,
       created_at_ms INTEGER NOT NULL,
       updated_at_ms INTEGER NOT NULL,
       ended_at_ms INTEGER,
       writer TEXT
     ) STRICT`,
    `CREATE INDEX screenings_by_release ON screenings (release_id)`,
    // What a release says of a version of a document, once. Rules ask that this is kept when the
    // document has gone with its collection: the text is gone then, its hash and score stay.
    `CREATE TABLE screened_notes (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       release_id INTEGER NOT NULL REFERENCES screening_releases (id),
       screening_id INTEGER NOT NULL REFERENCES screenings (id),
       document_id INTEGER REFERENCES documents (id) ON DELETE SET NULL,
       own_id TEXT NOT NULL,
       version INTEGER NOT NULL,
       patient TEXT,
       subject TEXT NOT NULL,
       date TEXT,
       text_hash BLOB NOT NULL,
       input_hash BLOB NOT NULL,
       score REAL,
       probability REAL,
       prediction_set_json TEXT,
       threshold REAL,
       is_alert INTEGER,
       doubts_json TEXT NOT NULL,
       same_as INTEGER REFERENCES screened_notes (id),
       at_ms INTEGER NOT NULL,
       UNIQUE (release_id, document_id)
     ) STRICT`,
    `CREATE INDEX screened_notes_by_document ON screened_notes (document_id)`,
    `CREATE INDEX screened_notes_by_screening ON screened_notes (screening_id)`,
    `CREATE INDEX screened_notes_by_subject ON screened_notes (release_id, subject, probability)`,
    `CREATE INDEX screened_notes_by_probability ON screened_notes (release_id, probability)`,
    `CREATE TRIGGER screened_notes_are_never_changed BEFORE UPDATE OF release_id, screening_id,
       own_id, version, patient, subject, date, text_hash, input_hash, score, probability,
       prediction_set_json, threshold, is_alert, doubts_json, same_as, at_ms ON screened_notes
       BEGIN SELECT RAISE(ABORT, 'a screened note is never changed'); END`,
    `CREATE TRIGGER screened_notes_are_never_removed BEFORE DELETE ON screened_notes
       BEGIN SELECT RAISE(ABORT, 'a screened note is never removed'); END`,
    // What people decided; the newest of a subject counts. A remark may quote a note.
    `CREATE TABLE screening_decisions (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       release_id INTEGER NOT NULL REFERENCES screening_releases (id),
       subject TEXT NOT NULL,
       patient TEXT,
       notes_json TEXT NOT NULL,
       kind TEXT NOT NULL CHECK (kind IN ('agree', 'disagree', 'defer', 'refer')),
       reason TEXT,
       remark TEXT NOT NULL,
       person TEXT,
       at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE INDEX screening_decisions_by_subject ON screening_decisions (release_id, subject)`,
    `CREATE TRIGGER screening_decisions_are_never_changed BEFORE UPDATE ON screening_decisions
       BEGIN SELECT RAISE(ABORT, 'a decision is never changed'); END`,
    `CREATE TRIGGER screening_decisions_are_never_removed BEFORE DELETE ON screening_decisions
       BEGIN SELECT RAISE(ABORT, 'a decision is never removed'); END`,
    `CREATE TRIGGER screening_releases_are_never_changed BEFORE UPDATE ON screening_releases
       BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END`,
  ],
};
