import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const screeningWatch: Migration = {
  version: 18,
  statements: [
    `CREATE INDEX screened_notes_by_time ON screened_notes (release_id, at_ms)`,
    // What was found of a month, once: a second look at the same data would alarm more often than stated.
    `CREATE TABLE screening_months (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       release_id INTEGER NOT NULL REFERENCES screening_releases (id),
       month TEXT NOT NULL,
       content_json TEXT NOT NULL,
       person TEXT,
       at_ms INTEGER NOT NULL,
       UNIQUE (release_id, month)
     ) STRICT`,
    `CREATE TRIGGER screening_months_are_never_changed BEFORE UPDATE ON screening_months
       BEGIN SELECT RAISE(ABORT, 'a watched month is never changed'); END`,
    `CREATE TRIGGER screening_months_are_never_removed BEFORE DELETE ON screening_months
       BEGIN SELECT RAISE(ABORT, 'a watched month is never removed'); END`,
    // Patients drawn at random among those without an alert, and what people read of them.
    `CREATE TABLE screening_samples (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       release_id INTEGER NOT NULL REFERENCES screening_releases (id),
       month TEXT NOT NULL,
       seed INTEGER NOT NULL,
       strata_json TEXT NOT NULL,
       entries_json TEXT NOT NULL,
       person TEXT,
       at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE INDEX screening_samples_by_release ON screening_samples (release_id)`,
    `CREATE TRIGGER screening_samples_are_never_changed BEFORE UPDATE ON screening_samples
       BEGIN SELECT RAISE(ABORT, 'a sample is never changed'); END`,
    `CREATE TRIGGER screening_samples_are_never_removed BEFORE DELETE ON screening_samples
       BEGIN SELECT RAISE(ABORT, 'a sample is never removed'); END`,
    `CREATE TABLE screening_readings (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       sample_id INTEGER NOT NULL REFERENCES screening_samples (id),
       place INTEGER NOT NULL,
       verdict TEXT NOT NULL CHECK (verdict IN ('present', 'absent', 'unclear')),
       person TEXT,
       at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE INDEX screening_readings_by_sample ON screening_readings (sample_id, place)`,
    `CREATE TRIGGER screening_readings_are_never_changed BEFORE UPDATE ON screening_readings
       BEGIN SELECT RAISE(ABORT, 'a reading is never changed'); END`,
    `CREATE TRIGGER screening_readings_are_never_removed BEFORE DELETE ON screening_readings
       BEGIN SELECT RAISE(ABORT, 'a reading is never removed'); END`,
  ],
};
