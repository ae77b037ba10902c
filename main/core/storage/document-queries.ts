import type { Sql } from './database.ts';
import { type FactFilter, factConditions } from './document-conditions.ts';
import { searchStatement, toMatch } from './document-search.ts';
import type { StorageContext } from './storage-context.ts';
import type { SqlValue } from 'better-sqlite3';

/** Which documents of a collection; what is left out does not narrow. */
export interface DocumentFilter extends FactFilter {
  readonly collectionId: number;
  readonly class?: string;
  readonly type?: string;
  /** Documents that were mended by this rule when they came. */
  readonly problem?: string;
  /** As a person types it; without a word in it, nothing is found. */
  readonly search?: string;
}

export const documentOrders = ['import', 'id', 'patient', 'date', 'words'] as const;
export type DocumentOrder = (typeof documentOrders)[number];

/** After which document a page begins. */
export interface DocumentCursor {
  readonly value: string | number;
  readonly number: number;
}

export interface DocumentPage {
  readonly filter: DocumentFilter;
  readonly order: DocumentOrder;
  readonly descending: boolean;
  readonly after: DocumentCursor | null;
  readonly limit: number;
}

/** A document in a list: all but text and annotations. */
export interface ListedDocument {
  readonly number: number;
  readonly id: string;
  readonly version: number;
  readonly patient: string | null;
  readonly date: string | null;
  readonly language: string | null;
  readonly languageCertainty: number | null;
  readonly kind: string | null;
  readonly wordCount: number;
  readonly characterCount: number;
  readonly file: string;
  readonly part: string | null;
  readonly line: number | null;
}

export interface DocumentQueries {
  list(page: DocumentPage): {
    readonly documents: readonly ListedDocument[];
    /** Null after the last page. */
    readonly next: DocumentCursor | null;
  };
  count(filter: DocumentFilter): number;
  /** Those of these numbers that are there, in the order asked for. */
  rows(numbers: readonly number[]): ListedDocument[];
  /** Numbers of all that fit, in the order of the import. */
  numbers(filter: DocumentFilter): number[];
  /** How often values occur in a collection, for filters to choose from; most frequent first. */
  values(collectionId: number, of: FilterValue): { readonly value: string; count: number }[];
}

export type FilterValue = 'kind' | 'language' | 'class' | 'type' | 'problem' | 'file';

/**
 * By what each order is read, so that a page is found without sorting all. Columns stand with their
 * table: a name alone would mean what a list shows of it, which no index has.
 */
const orders: Readonly<Record<DocumentOrder, { readonly column: string; readonly index: string }>> =
  {
    import: { column: 'documents.id', index: 'documents_by_collection' },
    id: { column: 'documents.own_id', index: 'documents_by_own_id' },
    patient: { column: 'documents.patient', index: 'documents_by_patient' },
    date: { column: 'documents.date', index: 'documents_by_date' },
    words: { column: 'documents.word_count', index: 'documents_by_length' },
  };

const listed = `documents.id AS number, own_id AS id, version, nullif(patient, '') AS patient,
  nullif(date, '') AS date, nullif(language, '') AS language,
  language_certainty AS languageCertainty, nullif(kind, '') AS kind, word_count AS wordCount,
  character_count AS characterCount,
  (SELECT file FROM document_sources WHERE document_sources.id = source_id) AS file, part, line`;

/** Of fewer documents than these each is looked up and all are sorted; of more a list is read. */
const fewDocuments = 4_000;

type Values = Readonly<Record<string, SqlValue>>;

/** A filter in SQL, in the parts of which statements are made. */
interface Conditions {
  /** On what a row of documents says. */
  readonly facts: string;
  readonly hasFacts: boolean;
  /** Statements that give numbers of documents in any order: all that fit are in each. */
  readonly subsets: readonly string[];
  readonly values: Values;
}

function toConditions(filter: DocumentFilter): Conditions {
  const { search, ...plain } = filter;
  const match = search === undefined ? null : toMatch(search);
  const given = Object.entries(plain).filter(([, value]) => value !== undefined);
  const facts = factConditions(filter);
  return {
    facts: ['documents.collection_id = @collectionId AND is_current = 1', ...facts].join(' AND '),
    hasFacts: facts.length > 0,
    subsets: [
      ...(search === undefined ? [] : [searchStatement(filter.collectionId, match)]),
      ...(filter.problem === undefined
        ? []
        : ['SELECT document_id FROM document_problems WHERE rule = @problem']),
      ...(filter.class === undefined ? [] : [labelStatement('class', 'class')]),
      ...(filter.type === undefined ? [] : [labelStatement('span', 'type')]),
    ],
    values: {
      ...(Object.fromEntries(given) as Record<string, SqlValue>),
      ...(match === null ? {} : { match }),
    },
  };
}

function labelStatement(kind: 'class' | 'span', value: 'class' | 'type'): string {
  return `SELECT document_id FROM annotations WHERE kind = '${kind}' AND label = @${value}`;
}

const isIn = (subset: string) => `documents.id IN (${subset})`;

/**
 * A statement that gives the numbers of all documents that fit. SQLite does not know how many a
 * word or a class has, and would look each row of a collection up to see; so the subsets are
 * counted first, and each of a few is looked up, else an index that has all facts is read.
 */
function numbersStatement(sql: Sql, { facts, hasFacts, subsets, values }: Conditions): string {
  const few = subsets.find((subset) => isFew(sql, subset, values));
  if (few !== undefined) {
    const others = subsets.filter((subset) => subset !== few).map(isIn);
    const rest = [facts, ...others].map((condition) => `(${condition}) IS TRUE`);
    return `SELECT documents.id FROM documents NOT INDEXED WHERE ${[isIn(few), ...rest].join(' AND ')}`;
  }
  // The index of words holds the current versions of this collection and no others.
  const isSearchAlone = subsets.length === 1 && !hasFacts && subsets[0].includes('MATCH');
  if (isSearchAlone) return subsets[0];
  const index = 'patient' in values ? 'documents_by_patient' : 'documents_by_facts';
  const conditions = [facts, ...subsets.map((subset) => `+${isIn(subset)}`)];
  return `SELECT documents.id FROM documents INDEXED BY ${index} WHERE ${conditions.join(' AND ')}`;
}

function isFew(sql: Sql, statement: string, values: Values): boolean {
  const { count } = sql.get(
    `SELECT count(*) AS count FROM (${statement} LIMIT ${fewDocuments})`,
    values,
  ) as { count: number };
  return count < fewDocuments;
}

const valueStatements: Readonly<Record<FilterValue, string>> = {
  kind: `SELECT kind AS value, count(*) AS count FROM documents
    WHERE collection_id = @collectionId AND is_current = 1 GROUP BY kind`,
  language: `SELECT language AS value, count(*) AS count FROM documents
    WHERE collection_id = @collectionId AND is_current = 1 GROUP BY language`,
  file: `SELECT file AS value, count(*) AS count FROM documents
    JOIN document_sources ON document_sources.id = source_id
    WHERE documents.collection_id = @collectionId AND is_current = 1 GROUP BY source_id`,
  class: annotationCounts('class'),
  type: annotationCounts('span'),
  problem: `SELECT rule AS value, count(*) AS count FROM document_problems
    JOIN documents ON documents.id = document_id
    WHERE collection_id = @collectionId AND is_current = 1 GROUP BY rule`,
};

function annotationCounts(kind: 'class' | 'span'): string {
  return `SELECT label AS value, count(DISTINCT document_id) AS count FROM annotations
    JOIN documents ON documents.id = document_id
    WHERE annotations.kind = '${kind}' AND collection_id = @collectionId AND is_current = 1
    GROUP BY label`;
}

export function openDocumentQueries({ sql }: StorageContext): DocumentQueries {
  return {
    list({ filter, order, descending, after, limit }) {
      const conditions = toConditions(filter);
      const { facts, hasFacts, subsets, values } = conditions;
      const { column, index } = orders[order];
      const numbers = numbersStatement(sql, conditions);
      const isNarrow = (hasFacts || subsets.length > 0) && isFew(sql, numbers, values);
      const from = isNarrow
        ? `documents NOT INDEXED WHERE ${isIn(numbers)}`
        : `documents INDEXED BY ${index} WHERE ${[facts, ...subsets.map((subset) => `+${isIn(subset)}`)].join(' AND ')}`;
      const direction = descending ? 'DESC' : 'ASC';
      const beyond =
        after === null
          ? ''
          : `AND (${column}, documents.id) ${descending ? '<' : '>'} (@afterValue, @afterNumber)`;
      const rows = sql.all(
        `SELECT ${listed}, ${column} AS orderValue FROM ${from} ${beyond}
           ORDER BY ${column} ${direction}, documents.id ${direction} LIMIT @limit`,
        {
          ...values,
          limit: limit + 1,
          ...(after === null ? {} : { afterValue: after.value, afterNumber: after.number }),
        },
      ) as (ListedDocument & { orderValue: string | number })[];
      const documents = rows.slice(0, limit);
      const last = documents.at(-1);
      return {
        documents: documents.map((row) => {
          const { orderValue: _, ...document } = row;
          return document;
        }),
        next:
          rows.length > limit && last !== undefined
            ? { value: last.orderValue, number: last.number }
            : null,
      };
    },

    rows(numbers) {
      const found = sql.all(
        `SELECT ${listed} FROM documents NOT INDEXED
           WHERE documents.id IN (SELECT value FROM json_each(@numbers))`,
        { numbers: JSON.stringify(numbers) },
      ) as ListedDocument[];
      const byNumber = new Map(found.map((document) => [document.number, document]));
      return numbers.flatMap((number) => byNumber.get(number) ?? []);
    },

    count(filter) {
      const conditions = toConditions(filter);
      const { count } = sql.get(
        `SELECT count(*) AS count FROM (${numbersStatement(sql, conditions)})`,
        conditions.values,
      ) as { count: number };
      return count;
    },

    numbers(filter) {
      const conditions = toConditions(filter);
      const rows = sql.all(
        `SELECT id FROM documents NOT INDEXED WHERE ${isIn(numbersStatement(sql, conditions))} ORDER BY id`,
        conditions.values,
      ) as { id: number }[];
      return rows.map(({ id }) => id);
    },

    values: (collectionId, of) =>
      sql.all(`${valueStatements[of]} ORDER BY count DESC, value`, { collectionId }) as {
        value: string;
        count: number;
      }[],
  };
}
