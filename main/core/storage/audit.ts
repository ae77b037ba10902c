import { createHash } from 'node:crypto';
import { assert } from '#core/base/assert.ts';
import { actingPerson } from './acting-person.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Sql } from './database.ts';

/** Everything that is written down, with what it says. */
export const auditActions = {
  'workspace.created': 'The workspace was made.',
  'workspace.backed-up':
    'A copy of the workspace was written into a file, encrypted as it is here.',
  'workspace.restored': 'The workspace was made of a backup: what came later is not in it.',
  'workspace.passphrase-changed': 'The passphrase of the workspace was changed.',
  'header.older':
    'The file workspace.json is an earlier one than the newest that was written: passphrases that were changed may hold again.',
  'header.newer':
    'The file workspace.json is newer than what was written down of it: a change of persons ended before its end.',
  'person.added': 'A person was added.',
  'person.role-changed': 'A person has another role.',
  'person.locked': 'A person was locked: they cannot sign in, and their sessions ended.',
  'person.unlocked': 'A person may sign in again.',
  'person.removed': 'A person was removed, with their passphrase.',
  'person.passphrase-changed': 'A person changed their passphrase.',
  'person.passphrase-refused':
    'Somebody who had signed in could not change the passphrase: the present one was wrong, or came too often.',
  'person.passphrase-reset': 'An owner gave a person another passphrase.',
  'person.signed-in': 'A person signed in.',
  'person.signed-out': 'A person signed out.',
  'person.sign-in-refused': 'Somebody could not sign in.',
  'recovery-key.made': 'A recovery key was made; an earlier one holds no more.',
  'recovery-key.used': 'The recovery key was used to come in, as an owner.',
  'corpus.stored': 'A cleaned corpus was stored.',
  'corpus.removed': 'A corpus was removed.',
  'dataset.stored': 'A labelled data set was stored.',
  'dataset.removed': 'A data set was removed.',
  'collection.created': 'A collection of documents was made.',
  'collection.removed': 'A collection was removed with its documents.',
  'documents.imported': 'An import of documents into a collection was finished.',
  'documents.exported':
    'Documents left the workspace as files that are not encrypted: who took them, how many, in which format and to where.',
  'set.frozen': 'A version of a labelled set was frozen.',
  'set.locked': 'A version of a labelled set was locked, as a test set that nothing is trained on.',
  'set.opened': 'A version that was locked was used: by this its test is not the first any more.',
  'set.removed': 'A labelled set was removed with its versions.',
  'project.created': 'A project of annotation was made.',
  'project.guidelines-written': 'A version of the guidelines of a project was written.',
  'project.ordered':
    'What nobody had begun in a project was put into another order: how, and by which model.',
  'project.removed': 'A project of annotation was removed with its labels and its log.',
  'project.scheme-changed': 'What is labelled in a project was changed.',
  'study.created': 'A study was made from a plan.',
  'study.queued': 'A study waits until another has ended.',
  'study.left-queue': 'A study waits no longer: it began, or was taken out of the queue.',
  'study.revised': 'The plan of a study was replaced.',
  'study.data-read': 'A study read the data of a corpus or task, or the model it starts from.',
  'study.texts-compared': 'The texts of a task were looked for in other data.',
  'study.state': 'A study changed its state.',
  'study.removed': 'A study was removed with its runs and results.',
  'study.progress-forgotten': 'What was kept of trainings under way was removed on request.',
  'run.state': 'A run changed its state.',
  'run.left-out': 'A user left a run out: it is not begun, and neither is what needs it.',
  'run.put-back': 'A user put a run back that was left out.',
  'run.brought-forward': 'A user brought a run before all others of its study.',
  'study.last-test':
    'A model was tested on the locked sets of its study; how often that was done is counted by their hash.',
  'study.paused': 'A user paused a study: it ends when the run at hand has.',
  'study.pause-ended': 'A paused study was gone on with.',
  'run.discarded': 'The result of a run was discarded, because what determines it changed.',
  'model.stored': 'A model was stored.',
  'model.data-seen':
    'A study starts from a model that has seen this data, itself or through an ancestor.',
  'model.removed': 'A model was removed.',
  'model.kept': 'A user marked a model to be kept when superseded ones are removed.',
  'model.released': 'A user took that mark from a model.',
  'models.pruned': 'Superseded models and files that nothing refers to were removed.',
  'insight.begun': 'Somebody began to look into models: at what, by which settings, which models.',
  'insight.finished': 'What was found of models was kept.',
  'insight.removed': 'What was found of models was removed, with the texts that it held.',
  'screening.released':
    'A model was released to screen notes: which, until when, and in the place of which release.',
  'screening.begun': 'A release began to screen notes.',
  'screening.scored':
    'What a release said of some notes was kept: how many, and a hash by which it can be proven.',
  'screening.ended': 'A screening ended: how, and what became of the notes.',
  'screening.decided':
    'Somebody decided on a patient of a worklist: in which way, and a hash of all that was said.',
  'screening.handed-out':
    'Patients of a worklist, with what was decided, left the workspace as a file that is not encrypted: how many, in which format, where to, and the hash of the file.',
  'screening.watched':
    'A month of a release at work was judged: with how many alarms, and a hash of all that was found.',
  'screening.sampled':
    'Patients without an alert were drawn at random to be read: from which month, by which seed.',
  'screening.sample-read': 'Somebody read the notes of a patient of such a sample.',
  'screening.record-exported':
    'What is kept of a release, what it said and what people decided, left the workspace as a file that is not encrypted: in which format, whether all of it, where to, and the hash of the file.',
  'trainer.took-over': 'A trainer took over the workspace from one that was killed.',
  'engines.measured': 'The engines of a machine were measured, and the fastest was chosen.',
  'call.refused': 'Somebody asked for what their role does not allow.',
  'import.finished': 'A file was imported.',
  'export.written': 'Something left the workspace.',
} as const satisfies Record<`${string}.${string}`, string>;

export type AuditAction = keyof typeof auditActions;

/** Flat and short by design: ids, names, counts and hashes, never text of a note. */
type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

export interface AuditEntry {
  /** Counted from 1. */
  readonly position: number;
  readonly atMs: number;
  readonly action: AuditAction;
  /** Who did it; null for the program itself, and before the workspace knew persons. */
  readonly personId: string | null;
  readonly detail: AuditDetail;
  /** Covers the entry and the hash of the one before. */
  readonly hash: string;
}

/** The result of walking the chain from its first entry to its last. */
export interface AuditVerification {
  readonly entryCount: number;
  /** Of the last sound entry. Kept elsewhere (in a report), it shows whether entries were cut off. */
  readonly headHash: string;
  /** The first entry that does not fit, with the reason; null when all do. */
  readonly broken: { readonly position: number; readonly reason: string } | null;
}

export interface AuditLog {
  /** Adds an entry; within a transaction it is written or undone together with the rest of it. */
  append(action: AuditAction, detail: AuditDetail): void;
  /** The newest entries first; only those before a position when one is given. */
  newest(limit: number, beforePosition?: number | null): AuditEntry[];
  /** All entries of these actions, the oldest first. */
  entriesOf(actions: readonly AuditAction[]): AuditEntry[];
  /** Every entry as it is hashed, the oldest first; some hundred in memory at a time. */
  records(): Iterable<AuditRecord>;
  verify(): AuditVerification;
}

/** An entry as it lies there: `hash` covers the canonical JSON of all its other fields. */
export interface AuditRecord {
  readonly position: number;
  readonly atMs: number;
  readonly action: AuditAction;
  readonly detailJson: string;
  readonly previousHash: string;
  readonly hash: string;
}

const columns = `position, at_ms AS atMs, action, detail_json AS detailJson,
  previous_hash AS previousHash, hash`;
const firstHash = '0'.repeat(64);
const maxTextLength = 256;
const pageRows = 1_000;
/** The person stands among the details, so that the hash covers it as it always covered them. */
const personKey = 'person';

function hashOf({ position, atMs, action, detailJson, previousHash }: Omit<AuditRecord, 'hash'>) {
  const content = canonicalJson({ position, atMs, action, detailJson, previousHash });
  return createHash('sha256').update(content).digest('hex');
}

function toEntry({ position, atMs, action, detailJson, hash }: AuditRecord): AuditEntry {
  const { [personKey]: person = null, ...detail } = JSON.parse(detailJson) as AuditDetail;
  return {
    position,
    atMs,
    action,
    personId: person === null ? null : String(person),
    detail,
    hash,
  };
}

function findFault(row: AuditRecord, position: number, previousHash: string): string | null {
  if (row.position !== position) return 'an entry before it is missing';
  if (row.previousHash !== previousHash) return 'it does not follow from the entry before it';
  if (row.hash !== hashOf(row)) return 'its content does not give its hash';
  return null;
}

/** The append-only log, chained by SHA-256 over canonical JSON. */
export function openAuditLog(sql: Sql, nowMs: () => number): AuditLog {
  const pageAfter = (position: number) =>
    sql.all(
      `SELECT ${columns} FROM audit WHERE position > @position
         ORDER BY position LIMIT ${pageRows}`,
      { position },
    ) as AuditRecord[];

  return {
    append(action, detail) {
      assert(Object.hasOwn(auditActions, action), 'an action of the closed list');
      for (const value of Object.values(detail)) {
        assert(String(value).length <= maxTextLength, 'audit details are ids, names and counts');
      }
      assert(!Object.hasOwn(detail, personKey), 'the person is added here');
      const person = actingPerson() ?? null;
      const whole = person === null ? detail : { ...detail, [personKey]: person };
      sql.transaction(() => {
        const last = sql.get(`SELECT ${columns} FROM audit ORDER BY position DESC LIMIT 1`) as
          AuditRecord | undefined;
        const entry = {
          position: (last?.position ?? 0) + 1,
          atMs: nowMs(),
          action,
          detailJson: canonicalJson(whole),
          previousHash: last?.hash ?? firstHash,
        };
        sql.run(
          `INSERT INTO audit VALUES (@position, @atMs, @action, @detailJson, @previousHash, @hash)`,
          { ...entry, hash: hashOf(entry) },
        );
      });
    },

    newest(limit, beforePosition = null) {
      const rows = sql.all(
        `SELECT ${columns} FROM audit WHERE @beforePosition IS NULL OR position < @beforePosition
           ORDER BY position DESC LIMIT @limit`,
        { limit, beforePosition },
      ) as AuditRecord[];
      return rows.map(toEntry);
    },

    entriesOf: (actions) =>
      (
        sql.all(
          `SELECT ${columns} FROM audit WHERE action IN (SELECT value FROM json_each(@actions))
             ORDER BY position`,
          { actions: JSON.stringify(actions) },
        ) as AuditRecord[]
      ).map(toEntry),

    *records() {
      let page = pageAfter(0);
      while (page.length > 0) {
        yield* page;
        page = pageAfter(page[page.length - 1].position);
      }
    },

    verify() {
      let entryCount = 0;
      let headHash = firstHash;
      for (let page = pageAfter(0); page.length > 0; page = pageAfter(entryCount)) {
        for (const row of page) {
          const reason = findFault(row, entryCount + 1, headHash);
          if (reason !== null) {
            return { entryCount, headHash, broken: { position: row.position, reason } };
          }
          entryCount++;
          headHash = row.hash;
        }
      }
      return { entryCount, headHash, broken: null };
    },
  };
}
