import { hash } from 'node:crypto';
import { assert } from '#core/base/assert.ts';
import type { Annotation, SourceDocument } from '#core/domain/document.ts';
import type { ImportRule } from '#core/domain/import-report.ts';
import { insertAnnotations, readAnnotations } from './annotations.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Sql } from './database.ts';
import { searchTable } from './document-search.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** What is measured on a document once, when it comes. */
export interface MeasuredDocument extends SourceDocument {
  /** Of a language that was recognised, from 0 to 1; null where the source gives it. */
  readonly languageCertainty: number | null;
  readonly wordCount: number;
  readonly sentenceCount: number;
  /** The rules by which its import mended it. */
  readonly rules: readonly ImportRule[];
}

/** A document of the workspace. Text and annotations are those of this version for ever. */
export interface StoredDocument extends MeasuredDocument {
  readonly number: number;
  readonly collectionId: number;
  readonly importId: number;
  /** From 1; a newer export with another text or other facts makes the next. */
  readonly version: number;
  /** Whether it is the newest version. */
  readonly isCurrent: boolean;
  readonly textHash: string;
}

/** What of a document is asked for where its text is not. */
export type DocumentIdentity = Pick<StoredDocument, 'number' | 'id' | 'patient' | 'textHash'>;

/** By which a document is known to be as it was: SHA-256 of its text, facts and annotations. */
export interface DocumentHashes {
  readonly text: Uint8Array;
  readonly facts: Uint8Array;
  readonly annotations: Uint8Array;
}

/** What differs between two versions of a document. */
export type DocumentChange = 'text' | 'facts' | 'annotations';

export type PutOutcome =
  | { readonly outcome: 'new' | 'unchanged' }
  /** Another version was made. */
  | { readonly outcome: 'changed'; readonly changes: readonly DocumentChange[] }
  /** The same import has brought another document with this id: nothing was stored. */
  | { readonly outcome: 'id-taken' };

export interface DocumentStore {
  /** All of `work` or nothing; the words of what it puts are indexed at its end. */
  batch<Result>(collectionId: number, work: () => Result): Result;
  /** Stores a document, unless it is there as it is. Only within a batch of its collection. */
  put(
    place: { collectionId: number; importId: number },
    document: MeasuredDocument,
    hashes?: DocumentHashes,
  ): PutOutcome;
  /** What tells it from others, without its text. @throws record.missing */
  identity(number: number): DocumentIdentity;
  /** Any version. @throws record.missing */
  get(number: number): StoredDocument;
  /** The current version with this id. */
  findByOwnId(collectionId: number, ownId: string): StoredDocument | undefined;
  /** Numbers of all versions, the oldest first. */
  versions(collectionId: number, ownId: string): number[];
}

interface DocumentRow {
  readonly number: number;
  readonly collectionId: number;
  readonly importId: number;
  readonly id: string;
  readonly version: number;
  readonly isCurrent: number;
  readonly text: string;
  readonly textHash: Uint8Array;
  readonly patient: string;
  readonly date: string;
  readonly language: string;
  readonly languageCertainty: number | null;
  readonly kind: string;
  readonly wordCount: number;
  readonly sentenceCount: number;
  readonly file: string;
  readonly part: string | null;
  readonly line: number | null;
  readonly columnsJson: string | null;
  readonly carriedFormat: string | null;
  readonly carriedJson: string | null;
}

const selectOne = `SELECT documents.id AS number, documents.collection_id AS collectionId,
  import_id AS importId, own_id AS id, version, is_current AS isCurrent, content AS text,
  document_texts.hash AS textHash, patient, date, language,
  language_certainty AS languageCertainty, documents.kind AS kind, word_count AS wordCount,
  sentence_count AS sentenceCount, file, part, line, columns_json AS columnsJson,
  format AS carriedFormat, parts_json AS carriedJson
  FROM documents JOIN document_texts ON document_texts.id = text_id
  JOIN document_sources ON document_sources.id = source_id
  LEFT JOIN document_carried ON document_id = documents.id`;

const insertDocument = `INSERT INTO documents (collection_id, import_id, seen_import_id, own_id,
  version, is_current, text_id, facts_hash, annotations_hash, patient, date, language,
  language_certainty, kind, character_count, word_count, sentence_count, source_id, part, line,
  columns_json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

interface Known extends DocumentHashes {
  readonly number: number;
  readonly version: number;
  readonly textId: number;
  readonly seenImportId: number;
}

const sha256 = (text: string) => hash('sha256', text, 'buffer');
const orNull = (value: string) => (value === '' ? null : value);

/** Where it stood in its file is not part of it: in a newer export it stands elsewhere. */
function hashFacts(document: MeasuredDocument): Uint8Array {
  const { patient, date, language, languageCertainty, kind, columns, carried } = document;
  const given = languageCertainty === null ? language : null;
  return sha256(canonicalJson({ patient, date, given, kind, columns, carried }));
}

/** SHA-256 of annotations as they stand, whoever keeps them. */
export function hashAnnotations(annotations: readonly Annotation[]): string {
  return hash('sha256', canonicalJson(annotations), 'hex');
}

const noAnnotations = Buffer.from(hashAnnotations([]), 'hex');

/** What `put` would find out; for whoever has time for it elsewhere. */
export function hashDocument(document: MeasuredDocument): DocumentHashes {
  const { text, annotations } = document;
  return {
    text: sha256(text),
    facts: hashFacts(document),
    annotations:
      annotations.length === 0 ? noAnnotations : Buffer.from(hashAnnotations(annotations), 'hex'),
  };
}

export function openDocumentStore({ sql }: StorageContext): DocumentStore {
  const findKnown = (collectionId: number, ownId: string) =>
    sql.get(
      `SELECT documents.id AS number, version, text_id AS textId, hash AS text,
         facts_hash AS facts, annotations_hash AS annotations, seen_import_id AS seenImportId
         FROM documents JOIN document_texts ON document_texts.id = text_id
         WHERE collection_id = @collectionId AND own_id = @ownId AND is_current = 1`,
      { collectionId, ownId },
    ) as Known | undefined;

  const toDocument = (row: DocumentRow): StoredDocument => {
    const { file, part, line, columnsJson, carriedFormat, carriedJson, ...rest } = row;
    const rules = sql.all(
      `SELECT rule FROM document_problems WHERE document_id = @number ORDER BY rule`,
      { number: row.number },
    ) as { rule: ImportRule }[];
    return {
      ...rest,
      isCurrent: row.isCurrent === 1,
      textHash: Buffer.from(row.textHash).toString('hex'),
      patient: orNull(row.patient),
      date: orNull(row.date),
      language: orNull(row.language),
      kind: orNull(row.kind),
      place: { file, part, line },
      columns: columnsJson === null ? {} : (JSON.parse(columnsJson) as Record<string, string>),
      carried:
        carriedFormat === null
          ? null
          : { format: carriedFormat, parts: JSON.parse(carriedJson ?? 'null') as unknown },
      annotations: readAnnotations(sql, row.number),
      rules: rules.map(({ rule }) => rule),
    };
  };

  const insert = (
    { collectionId, importId }: { collectionId: number; importId: number },
    document: MeasuredDocument,
    made: { textId: number; version: number; hashes: DocumentHashes },
  ) => {
    const { columns, carried, place } = document;
    const number = sql.insert(insertDocument, [
      collectionId,
      importId,
      importId,
      document.id,
      made.version,
      1,
      made.textId,
      made.hashes.facts,
      made.hashes.annotations,
      document.patient ?? '',
      document.date ?? '',
      document.language ?? '',
      document.languageCertainty,
      document.kind ?? '',
      document.text.length,
      document.wordCount,
      document.sentenceCount,
      sourceOf(collectionId, place.file),
      place.part,
      place.line,
      Object.keys(columns).length === 0 ? null : JSON.stringify(columns),
    ]);
    insertAnnotations(sql, number, document.annotations);
    for (const rule of document.rules) {
      sql.run(`INSERT OR IGNORE INTO document_problems VALUES (@number, @rule)`, { number, rule });
    }
    if (carried !== null) {
      sql.run(`INSERT INTO document_carried VALUES (@number, @format, @partsJson)`, {
        number,
        format: carried.format,
        partsJson: JSON.stringify(carried.parts),
      });
    }
  };

  const insertText = (text: string, textHash: Uint8Array): number =>
    sql.insert(`INSERT INTO document_texts (hash, content) VALUES (?, ?)`, [textHash, text]);

  /** Most documents come from the file of the one before. */
  let latestSource: { readonly key: string; readonly id: number } | null = null;
  const sourceOf = (collectionId: number, file: string): number => {
    const key = `${collectionId} ${file}`;
    if (latestSource?.key !== key) latestSource = { key, id: findSource(sql, collectionId, file) };
    return latestSource.id;
  };

  /** Of the batch at hand: versions that are no longer current; null between batches. */
  let superseded: number[] | null = null;
  const supersede = ({ number }: Known) => {
    assert(superseded !== null, 'documents are put within a batch');
    sql.run(`UPDATE documents SET is_current = 0 WHERE id = @number`, { number });
    superseded.push(number);
  };

  /**
   * The index takes the words of a whole batch at once. In between, each statement that opens a
   * savepoint would make it write what it has, a segment for each document.
   */
  const updateIndex = (collectionId: number, lastBefore: number, gone: readonly number[]) => {
    const table = searchTable(collectionId);
    if (gone.length > 0) {
      sql.run(
        `INSERT INTO ${table} (${table}, rowid, content) SELECT 'delete', number, content
           FROM searched_texts WHERE number IN (SELECT value FROM json_each(@goneJson))`,
        { goneJson: JSON.stringify(gone) },
      );
    }
    sql.run(
      `INSERT INTO ${table} (rowid, content) SELECT documents.id, content
         FROM documents NOT INDEXED JOIN document_texts ON document_texts.id = text_id
         WHERE documents.id > @lastBefore AND is_current = 1 AND collection_id = @collectionId`,
      { lastBefore, collectionId },
    );
  };

  return {
    batch: (collectionId, work) =>
      sql.transaction(() => {
        assert(superseded === null, 'a batch ends before the next begins');
        const { last } = sql.get(`SELECT coalesce(max(id), 0) AS last FROM documents`) as {
          last: number;
        };
        const gone: number[] = [];
        superseded = gone;
        // What another process removed, or a batch before could not keep, is looked up again.
        latestSource = null;
        try {
          const result = work();
          updateIndex(collectionId, last, gone);
          return result;
        } finally {
          superseded = null;
        }
      }),

    put(place, document, hashes = hashDocument(document)) {
      assert(superseded !== null, 'documents are put within a batch');
      const { collectionId, importId } = place;
      const known = findKnown(collectionId, document.id);
      if (known === undefined) {
        const textId = insertText(document.text, hashes.text);
        insert(place, document, { textId, version: 1, hashes });
        return { outcome: 'new' };
      }
      if (known.seenImportId === importId) return { outcome: 'id-taken' };
      const changes = listChanges(known, hashes);
      if (changes.length === 0) {
        sql.run(`UPDATE documents SET seen_import_id = @importId WHERE id = @number`, {
          importId,
          number: known.number,
        });
        return { outcome: 'unchanged' };
      }
      supersede(known);
      const isOther = changes.includes('text');
      const textId = isOther ? insertText(document.text, hashes.text) : known.textId;
      insert(place, document, { textId, version: known.version + 1, hashes });
      return { outcome: 'changed', changes };
    },

    identity(number) {
      const row = sql.get(
        `SELECT documents.id AS number, own_id AS id, nullif(patient, '') AS patient,
           lower(hex(document_texts.hash)) AS textHash
           FROM documents JOIN document_texts ON document_texts.id = text_id
           WHERE documents.id = @number`,
        { number },
      ) as DocumentIdentity | undefined;
      return requireRecord(row, 'document', String(number));
    },

    get(number) {
      const row = sql.get(`${selectOne} WHERE documents.id = @number`, { number });
      return toDocument(requireRecord(row as DocumentRow | undefined, 'document', String(number)));
    },

    findByOwnId(collectionId, ownId) {
      const row = sql.get(
        `${selectOne} WHERE documents.collection_id = @collectionId AND own_id = @ownId
           AND is_current = 1`,
        { collectionId, ownId },
      ) as DocumentRow | undefined;
      return row === undefined ? undefined : toDocument(row);
    },

    versions: (collectionId, ownId) =>
      (
        sql.all(
          `SELECT id FROM documents WHERE collection_id = @collectionId AND own_id = @ownId
             ORDER BY id`,
          { collectionId, ownId },
        ) as { id: number }[]
      ).map(({ id }) => id),
  };
}

const changeable = ['text', 'facts', 'annotations'] as const satisfies DocumentChange[];

function listChanges(known: DocumentHashes, now: DocumentHashes): DocumentChange[] {
  return changeable.filter((what) => Buffer.compare(known[what], now[what]) !== 0);
}

function findSource(sql: Sql, collectionId: number, file: string): number {
  const known = sql.get(
    `SELECT id FROM document_sources WHERE collection_id = @collectionId AND file = @file`,
    { collectionId, file },
  ) as { id: number } | undefined;
  return (
    known?.id ??
    sql.insert(`INSERT INTO document_sources (collection_id, file) VALUES (?, ?)`, [
      collectionId,
      file,
    ])
  );
}
