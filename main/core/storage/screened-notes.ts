import type { NewScreenedNote, NoteDoubt, ScreenedNote } from '#core/domain/screening.ts';
import type { Sql } from './database.ts';
import { hashJson } from './hash-json.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** What releases said of notes. Only `ScreeningStore.keep` adds to it, and nothing changes it. */
export interface ScreenedNoteStore {
  /** Throws "record.missing". */
  get(id: number): ScreenedNote;
  /** Those of a screening, in their order. */
  ofScreening(screeningId: number): ScreenedNote[];
  /** Of a release some after a number, in the order in which they were kept. */
  page(releaseId: number, after: number, limit: number): ScreenedNote[];
  /** Of a release. */
  count(releaseId: number): number;
  /** Those of a patient, or of a note without one, in their order. */
  ofSubject(releaseId: number, subject: string): ScreenedNote[];
  /** Of documents, by their numbers, those on which a release has no word yet, in their order. */
  withoutScore(releaseId: number, numbers: readonly number[]): number[];
  /** A note of the same subject and text that the release was scored or refused with; the first. */
  findSame(
    releaseId: number,
    note: { readonly subject: string; readonly inputHash: string },
  ): ScreenedNote | undefined;
  /** What was said from a moment on and before another, in the order of time. */
  between(releaseId: number, fromMs: number, toMs: number): ScreenedNote[];
  /** When a release first said anything; null before it has. */
  oldestAtMs(releaseId: number): number | null;
  /** When a release last said anything; null before it has. */
  newestAtMs(releaseId: number): number | null;
  /** SHA-256 of some notes in a row, as the audit log has it: proves that they are as they were kept. */
  hash(first: number, last: number): string;
}

type NoteRow = Omit<
  ScreenedNote,
  'textHash' | 'inputHash' | 'predictionSet' | 'isAlert' | 'doubts'
> & {
  readonly textHash: Uint8Array;
  readonly inputHash: Uint8Array;
  readonly predictionSetJson: string | null;
  readonly isAlert: number | null;
  readonly doubtsJson: string;
};

const select = `SELECT id, release_id AS releaseId, screening_id AS screeningId,
  document_id AS number, own_id AS noteId, version, patient, subject, date, text_hash AS textHash,
  input_hash AS inputHash, score, probability, prediction_set_json AS predictionSetJson, threshold,
  is_alert AS isAlert, doubts_json AS doubtsJson, same_as AS sameAs, at_ms AS atMs
  FROM screened_notes`;

const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const fromHex = (text: string) => Buffer.from(text, 'hex');

function toNote(row: NoteRow): ScreenedNote {
  const { predictionSetJson, doubtsJson, ...rest } = row;
  return {
    ...rest,
    textHash: toHex(rest.textHash),
    inputHash: toHex(rest.inputHash),
    predictionSet: predictionSetJson === null ? null : (JSON.parse(predictionSetJson) as string[]),
    isAlert: rest.isAlert === null ? null : rest.isAlert === 1,
    doubts: JSON.parse(doubtsJson) as NoteDoubt[],
  };
}

/** The number of a document is not part of it: it is taken away when the document is removed. */
function hashNotes(notes: readonly ScreenedNote[]): string {
  return hashJson(notes.map(({ number: _, ...note }) => note));
}

function readBetween(sql: Sql, first: number, last: number): ScreenedNote[] {
  const rows = sql.all(`${select} WHERE id BETWEEN @first AND @last ORDER BY id`, { first, last });
  return (rows as NoteRow[]).map(toNote);
}

/** Part of the caller's transaction. Returns what of them goes into the audit log. */
export function keepNotes(
  { sql, nowMs }: Pick<StorageContext, 'sql' | 'nowMs'>,
  { screeningId, releaseId }: { readonly screeningId: number; readonly releaseId: number },
  notes: readonly NewScreenedNote[],
): { readonly first: number; readonly last: number; readonly hash: string } {
  const atMs = nowMs();
  const ids = notes.map((note) =>
    sql.insert(
      `INSERT INTO screened_notes (release_id, screening_id, document_id, own_id, version, patient,
         subject, date, text_hash, input_hash, score, probability, prediction_set_json, threshold,
         is_alert, doubts_json, same_as, at_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        releaseId,
        screeningId,
        note.number,
        note.noteId,
        note.version,
        note.patient,
        note.subject,
        note.date,
        fromHex(note.textHash),
        fromHex(note.inputHash),
        note.score,
        note.probability,
        note.predictionSet === null ? null : JSON.stringify(note.predictionSet),
        note.threshold,
        note.isAlert === null ? null : Number(note.isAlert),
        JSON.stringify(note.doubts),
        note.sameAs,
        atMs,
      ],
    ),
  );
  const [first, last] = [ids[0], ids[ids.length - 1]];
  return { first, last, hash: hashNotes(readBetween(sql, first, last)) };
}

export function openScreenedNoteStore({ sql }: StorageContext): ScreenedNoteStore {
  const all = (where: string, values: Record<string, number | string>) =>
    (sql.all(`${select} WHERE ${where} ORDER BY id`, values) as NoteRow[]).map(toNote);

  return {
    get(id) {
      const row = sql.get(`${select} WHERE id = @id`, { id });
      return toNote(requireRecord(row as NoteRow | undefined, 'screened note', String(id)));
    },
    ofScreening: (screeningId) => all(`screening_id = @screeningId`, { screeningId }),
    ofSubject: (releaseId, subject) =>
      all(`release_id = @releaseId AND subject = @subject`, { releaseId, subject }),

    page: (releaseId, after, limit) =>
      (
        sql.all(
          `${select} WHERE release_id = @releaseId AND id > @after ORDER BY id LIMIT @limit`,
          {
            ...{ releaseId, after, limit },
          },
        ) as NoteRow[]
      ).map(toNote),

    count: (releaseId) =>
      (
        sql.get(`SELECT count(*) AS notes FROM screened_notes WHERE release_id = @releaseId`, {
          releaseId,
        }) as { readonly notes: number }
      ).notes,

    withoutScore: (releaseId, numbers) =>
      (
        sql.all(
          `SELECT value AS number FROM json_each(@numbers) WHERE NOT EXISTS
             (SELECT 1 FROM screened_notes WHERE release_id = @releaseId AND document_id = value)
             ORDER BY key`,
          { releaseId, numbers: JSON.stringify(numbers) },
        ) as { readonly number: number }[]
      ).map(({ number }) => number),

    findSame(releaseId, { subject, inputHash }) {
      const row = sql.get(
        `${select} WHERE release_id = @releaseId AND subject = @subject
           AND input_hash = @inputHash AND same_as IS NULL ORDER BY id LIMIT 1`,
        { releaseId, subject, inputHash: fromHex(inputHash) },
      );
      return row === undefined ? undefined : toNote(row as NoteRow);
    },

    between: (releaseId, fromMs, toMs) =>
      all(`release_id = @releaseId AND at_ms >= @fromMs AND at_ms < @toMs`, {
        ...{ releaseId, fromMs, toMs },
      }),
    oldestAtMs: (releaseId) =>
      (
        sql.get(`SELECT min(at_ms) AS atMs FROM screened_notes WHERE release_id = @releaseId`, {
          releaseId,
        }) as { readonly atMs: number | null }
      ).atMs,

    newestAtMs: (releaseId) =>
      (
        sql.get(
          `SELECT at_ms AS atMs FROM screened_notes WHERE id =
             (SELECT max(id) FROM screened_notes WHERE release_id = @releaseId)`,
          { releaseId },
        ) as { readonly atMs: number } | undefined
      )?.atMs ?? null,

    hash: (first, last) => hashNotes(readBetween(sql, first, last)),
  };
}
