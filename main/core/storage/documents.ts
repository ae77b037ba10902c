import { createHash, hash } from 'node:crypto';
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
  put(place: { collectionId: number; importId: number }, document: MeasuredDocument): PutOutcome;
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

interface Known {
  readonly number: number;
  readonly version: number;
  readonly textId: number;
  readonly textHash: Uint8Array;
  readonly factsHash: Uint8Array;
  readonly annotationsHash: Uint8Array;
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
  return createHash('sha256').update(canonicalJson(annotations)).digest('hex');
}

export function openDocumentStore({ sql }: StorageContext): DocumentStore {
  const findKnown = (collectionId: number, ownId: string) =>
    sql.get(
      `SELECT documents.id AS number, version, text_id AS textId, hash AS textHash,
         facts_hash AS factsHash, annotations_hash AS annotationsHash,
         seen_import_id AS seenImportId
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
    place: { collectionId: number; importId: number },
    document: MeasuredDocument,
    made: { textId: number; version: number; factsHash: Uint8Array; annotationsHash: Uint8Array },
  ) => {
    const { id, columns, carried, text } = document;
    const { number } = sql.get(
      `INSERT INTO documents (collection_id, import_id, seen_import_id, own_id, version, is_current,
         text_id, facts_hash, annotations_hash, patient, date, language, language_certainty, kind,
         character_count, word_count, sentence_count, source_id, part, line, columns_json)
       VALUES (@collectionId, @importId, @importId, @ownId, @version, 1, @textId, @factsHash,
         @annotationsHash, @patient, @date, @language, @languageCertainty, @kind, @characterCount,
         @wordCount, @sentenceCount, @sourceId, @part, @line, @columnsJson) RETURNING id AS number`,
      {
        ...place,
        ...made,
        ownId: id,
        patient: document.patient ?? '',
        date: document.date ?? '',
        language: document.language ?? '',
        languageCertainty: document.languageCertainty,
        kind: document.kind ?? '',
        characterCount: text.length,
        wordCount: document.wordCount,
        sentenceCount: document.sentenceCount,
        sourceId: sourceOf(sql, place.collectionId, document.place.file),
        part: document.place.part,
        line: document.place.line,
        columnsJson: Object.keys(columns).length === 0 ? null : JSON.stringify(columns),
      },
    ) as { number: number };
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

  const insertText = (text: string, textHash: Uint8Array): number => {
    const { id } = sql.get(
      `INSERT INTO document_texts (hash, content) VALUES (@textHash, @text) RETURNING id`,
      { textHash, text },
    ) as { id: number };
    return id;
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
        try {
          const result = work();
          updateIndex(collectionId, last, gone);
          return result;
        } finally {
          superseded = null;
        }
      }),

    put(place, document) {
      assert(superseded !== null, 'documents are put within a batch');
      const { collectionId, importId } = place;
      const textHash = sha256(document.text);
      const factsHash = hashFacts(document);
      const annotationsHash = Buffer.from(hashAnnotations(document.annotations), 'hex');
      const known = findKnown(collectionId, document.id);
      if (known === undefined) {
        const textId = insertText(document.text, textHash);
        insert(place, document, { textId, version: 1, factsHash, annotationsHash });
        return { outcome: 'new' };
      }
      if (known.seenImportId === importId) return { outcome: 'id-taken' };
      const changes = listChanges(known, { textHash, factsHash, annotationsHash });
      if (changes.length === 0) {
        sql.run(`UPDATE documents SET seen_import_id = @importId WHERE id = @number`, {
          importId,
          number: known.number,
        });
        return { outcome: 'unchanged' };
      }
      supersede(known);
      const isOther = changes.includes('text');
      const textId = isOther ? insertText(document.text, textHash) : known.textId;
      const version = known.version + 1;
      insert(place, document, { textId, version, factsHash, annotationsHash });
      return { outcome: 'changed', changes };
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

function listChanges(
  known: Known,
  now: { textHash: Uint8Array; factsHash: Uint8Array; annotationsHash: Uint8Array },
): DocumentChange[] {
  const differs = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) !== 0;
  return [
    ...(differs(known.textHash, now.textHash) ? (['text'] as const) : []),
    ...(differs(known.factsHash, now.factsHash) ? (['facts'] as const) : []),
    ...(differs(known.annotationsHash, now.annotationsHash) ? (['annotations'] as const) : []),
  ];
}

function sourceOf(sql: Sql, collectionId: number, file: string): number {
  const values = { collectionId, file };
  const known = sql.get(
    `SELECT id FROM document_sources WHERE collection_id = @collectionId AND file = @file`,
    values,
  ) as { id: number } | undefined;
  if (known !== undefined) return known.id;
  sql.run(
    `INSERT INTO document_sources (collection_id, file) VALUES (@collectionId, @file)`,
    values,
  );
  return sourceOf(sql, collectionId, file);
}
