import type { DecisionKind, DisagreementReason } from '#core/domain/screening-decision.ts';
import {
  worklistFilters,
  type WorklistEntry,
  type WorklistFilter,
  type WorklistPage,
  type WorklistQuestion,
} from '#core/domain/screening-worklist.ts';
import type { StorageContext } from './storage-context.ts';

/** Screened notes gathered under their patients, with what was decided of them. */
export interface ScreeningWorklists {
  page(question: WorklistQuestion): WorklistPage;
  /** The entry of a subject; undefined where the release has no word on it. */
  find(
    question: Pick<WorklistQuestion, 'releaseId' | 'restingSinceMs'>,
    subject: string,
  ): WorklistEntry | undefined;
}

/**
 * A subject is open again where a note that is to be seen came after the newest decision, or where that
 * was deferred. `@subject` null: all.
 */
const gathered = `WITH notes AS (
    SELECT subject, max(patient) AS patient, count(*) AS notes, sum(score IS NULL) AS notJudged,
      max(probability) AS probability, max(coalesce(is_alert, 0)) AS isAlert,
      max(${isUndecided()}) AS isUndecided, max(date) AS date, min(id) AS firstId,
      max(CASE WHEN is_alert = 1 OR (is_alert IS NULL AND score IS NOT NULL) OR ${isUndecided()}
        THEN id END) AS newestToSee
    FROM screened_notes
    WHERE release_id = @releaseId AND (@subject IS NULL OR subject = @subject) GROUP BY subject
  ), newest AS (
    SELECT subject, max(id) AS id FROM screening_decisions WHERE release_id = @releaseId GROUP BY subject
  ), decided AS (
    SELECT d.subject, d.kind, d.reason, d.person, d.at_ms AS atMs,
      (SELECT max(value) FROM json_each(d.notes_json)) AS seenUpTo
    FROM newest JOIN screening_decisions AS d ON d.id = newest.id
  ), entries AS (
    SELECT notes.*, kind, reason, person, atMs,
      newestToSee IS NOT NULL AND (kind IS NULL OR kind = 'defer' OR (newestToSee > seenUpTo
        AND (@restingSinceMs IS NULL OR atMs < @restingSinceMs))) AS isOpen,
      kind IS NOT NULL AND kind <> 'defer' AS isDecided
    FROM notes LEFT JOIN decided ON decided.subject = notes.subject
  )`;

function isUndecided(): string {
  return `(score IS NOT NULL AND prediction_set_json IS NOT NULL
      AND json_array_length(prediction_set_json) <> 1)`;
}

const conditions: Readonly<Record<WorklistFilter, string>> = {
  open: 'isOpen',
  decided: 'isDecided AND NOT isOpen',
  'not-judged': 'notJudged > 0',
  all: '1',
};

/** Of the note that counts, asked for what is shown alone. */
const shown = `SELECT subject, patient, notes, notJudged, probability, isAlert, isUndecided, date,
    isOpen, kind, reason, person, atMs,
    (SELECT own_id FROM screened_notes AS note WHERE note.release_id = @releaseId
      AND note.subject = entries.subject ORDER BY probability DESC, id LIMIT 1) AS noteId
  FROM entries`;

type EntryRow = Omit<WorklistEntry, 'isAlert' | 'isUndecided' | 'isOpen' | 'decision'> & {
  readonly isAlert: number;
  readonly isUndecided: number;
  readonly isOpen: number;
  readonly kind: DecisionKind | null;
  readonly reason: DisagreementReason | null;
  readonly person: string | null;
  readonly atMs: number | null;
};

function toEntry(row: EntryRow): WorklistEntry {
  const { kind, reason, person, atMs, ...rest } = row;
  return {
    ...rest,
    isAlert: row.isAlert === 1,
    isUndecided: row.isUndecided === 1,
    isOpen: row.isOpen === 1,
    decision: kind === null || atMs === null ? null : { kind, reason, person, atMs },
  };
}

export function openScreeningWorklists({ sql }: StorageContext): ScreeningWorklists {
  return {
    page({ releaseId, filter, restingSinceMs, offset, limit }) {
      const values = { releaseId, restingSinceMs, subject: null };
      const sums = worklistFilters.map(
        (each) => `coalesce(sum(${conditions[each]}), 0) AS "${each}"`,
      );
      const counts = sql.get(
        `${gathered} SELECT ${sums.join(', ')} FROM entries`,
        values,
      ) as WorklistPage['counts'];
      const rows = sql.all(
        `${gathered} ${shown} WHERE ${conditions[filter]}
           ORDER BY probability DESC NULLS LAST, firstId LIMIT @limit OFFSET @offset`,
        { ...values, limit, offset },
      ) as EntryRow[];
      return { entries: rows.map(toEntry), total: counts[filter], counts };
    },
    find({ releaseId, restingSinceMs }, subject) {
      const row = sql.get(`${gathered} ${shown}`, { releaseId, restingSinceMs, subject });
      return row === undefined ? undefined : toEntry(row as EntryRow);
    },
  };
}
