import type { Migration } from './migration.ts';

/** Frozen: workspaces in hospitals were made by it. Change the schema by a new migration. */
export const annotationProjects: Migration = {
  version: 10,
  statements: [
    `CREATE TABLE annotation_projects (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       name TEXT NOT NULL UNIQUE,
       created_at_ms INTEGER NOT NULL,
       created_by TEXT NOT NULL,
       settings_json TEXT NOT NULL,
       document_count INTEGER NOT NULL
     ) STRICT`,
    `CREATE TABLE annotation_schemes (
       project_id INTEGER NOT NULL REFERENCES annotation_projects (id) ON DELETE CASCADE,
       version INTEGER NOT NULL,
       at_ms INTEGER NOT NULL,
       person TEXT NOT NULL,
       scheme_json TEXT NOT NULL,
       PRIMARY KEY (project_id, version)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE annotation_guidelines (
       project_id INTEGER NOT NULL REFERENCES annotation_projects (id) ON DELETE CASCADE,
       version INTEGER NOT NULL,
       at_ms INTEGER NOT NULL,
       person TEXT NOT NULL,
       content TEXT NOT NULL,
       PRIMARY KEY (project_id, version)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE annotation_annotators (
       project_id INTEGER NOT NULL REFERENCES annotation_projects (id) ON DELETE CASCADE,
       position INTEGER NOT NULL,
       person TEXT NOT NULL,
       most INTEGER,
       PRIMARY KEY (project_id, person)
     ) STRICT, WITHOUT ROWID`,
    // Labels that a document came with are copied: whatever becomes of their set, a project stays.
    `CREATE TABLE annotation_documents (
       project_id INTEGER NOT NULL REFERENCES annotation_projects (id) ON DELETE CASCADE,
       document_id INTEGER NOT NULL REFERENCES documents (id),
       position INTEGER NOT NULL,
       is_test INTEGER NOT NULL,
       begin_json TEXT,
       PRIMARY KEY (project_id, document_id)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX annotation_documents_by_document ON annotation_documents (document_id)`,
    // What a person says now of a document that they are to label, or whose differences they settle.
    `CREATE TABLE annotation_works (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       project_id INTEGER NOT NULL REFERENCES annotation_projects (id) ON DELETE CASCADE,
       document_id INTEGER NOT NULL,
       person TEXT NOT NULL,
       purpose TEXT NOT NULL,
       position INTEGER NOT NULL,
       state TEXT NOT NULL,
       is_flagged INTEGER NOT NULL,
       is_unsure INTEGER NOT NULL,
       remark_id INTEGER,
       revision INTEGER NOT NULL,
       span_count INTEGER NOT NULL,
       verdicts_json TEXT,
       done_at_ms INTEGER,
       UNIQUE (project_id, document_id, person, purpose)
     ) STRICT`,
    // All that a queue is narrowed by, so that 100,000 documents are counted without their rows.
    `CREATE INDEX annotation_works_in_queue ON annotation_works
       (project_id, person, purpose, position, state, is_flagged, is_unsure, remark_id)`,
    `CREATE INDEX annotation_works_by_document ON annotation_works
       (project_id, purpose, document_id, state)`,
    `CREATE INDEX annotation_works_by_end ON annotation_works (project_id, person, purpose, done_at_ms)
       WHERE done_at_ms IS NOT NULL`,
    // mark_id is '' for classes.
    `CREATE TABLE annotation_labels (
       work_id INTEGER NOT NULL REFERENCES annotation_works (id) ON DELETE CASCADE,
       kind TEXT NOT NULL,
       mark_id TEXT NOT NULL,
       label TEXT NOT NULL,
       fragments_json TEXT,
       attributes_json TEXT,
       given_json TEXT NOT NULL,
       PRIMARY KEY (work_id, kind, mark_id, label)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX annotation_labels_by_label ON annotation_labels (label, kind, work_id)`,
    // What people remark may quote a note: it stands apart, and the log names its number.
    `CREATE TABLE annotation_remarks (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       project_id INTEGER NOT NULL REFERENCES annotation_projects (id) ON DELETE CASCADE,
       content TEXT NOT NULL
     ) STRICT`,
    `CREATE INDEX annotation_remarks_by_project ON annotation_remarks (project_id)`,
    // The log: who did what when. What works say now is what it gives when it is replayed.
    `CREATE TABLE annotation_actions (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       project_id INTEGER NOT NULL REFERENCES annotation_projects (id) ON DELETE CASCADE,
       person TEXT NOT NULL,
       at_ms INTEGER NOT NULL,
       kind TEXT NOT NULL,
       of_action INTEGER,
       scheme_version INTEGER NOT NULL,
       guideline_version INTEGER NOT NULL
     ) STRICT`,
    `CREATE INDEX annotation_actions_by_project ON annotation_actions (project_id)`,
    `CREATE TABLE annotation_edits (
       action_id INTEGER NOT NULL REFERENCES annotation_actions (id) ON DELETE CASCADE,
       position INTEGER NOT NULL,
       work_id INTEGER NOT NULL,
       edit_json TEXT NOT NULL,
       PRIMARY KEY (action_id, position)
     ) STRICT, WITHOUT ROWID`,
    `CREATE INDEX annotation_edits_by_work ON annotation_edits (work_id, action_id)`,
    ...['annotation_actions', 'annotation_edits'].map(
      (table) => `CREATE TRIGGER ${table}_are_never_changed BEFORE UPDATE ON ${table}
       BEGIN SELECT RAISE(ABORT, 'the log of a project is never changed'); END`,
    ),
    // It goes with its project and not before.
    `CREATE TRIGGER annotation_actions_are_never_deleted BEFORE DELETE ON annotation_actions
       WHEN EXISTS (SELECT 1 FROM annotation_projects WHERE id = old.project_id)
       BEGIN SELECT RAISE(ABORT, 'the log of a project is never cut'); END`,
    `CREATE TRIGGER annotation_edits_are_never_deleted BEFORE DELETE ON annotation_edits
       WHEN EXISTS (SELECT 1 FROM annotation_actions WHERE id = old.action_id)
       BEGIN SELECT RAISE(ABORT, 'the log of a project is never cut'); END`,
    // Which actions a person can undo, and redo: those above an undone one are gone when it is
    // followed by another.
    `CREATE TABLE annotation_steps (
       project_id INTEGER NOT NULL REFERENCES annotation_projects (id) ON DELETE CASCADE,
       person TEXT NOT NULL,
       position INTEGER NOT NULL,
       action_id INTEGER NOT NULL,
       is_undone INTEGER NOT NULL,
       PRIMARY KEY (project_id, person, position)
     ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE annotation_suggestions (
       id INTEGER PRIMARY KEY AUTOINCREMENT,
       project_id INTEGER NOT NULL REFERENCES annotation_projects (id) ON DELETE CASCADE,
       document_id INTEGER NOT NULL,
       kind TEXT NOT NULL,
       label TEXT NOT NULL,
       fragments_json TEXT,
       attributes_json TEXT,
       source TEXT NOT NULL,
       source_name TEXT,
       score REAL,
       at_ms INTEGER NOT NULL
     ) STRICT`,
    `CREATE INDEX annotation_suggestions_by_document
       ON annotation_suggestions (project_id, document_id)`,
  ],
};
