import type { SqlValue } from 'better-sqlite3';
import type { Annotation } from '#core/domain/document.ts';
import type { Sql } from './database.ts';
import { factConditions } from './document-conditions.ts';
import type { DocumentFilter, FilterValue } from './document-queries.ts';
import { searchStatement, toMatch, wordsOfTexts } from './document-search.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** Which documents of a frozen version; classes and types are those that were frozen with them. */
export type FrozenFilter = Omit<DocumentFilter, 'collectionId' | 'file'>;

/** What is asked of the documents inside a frozen version of a labelled set. */
export interface FrozenQueries {
  /** Numbers of all that fit, in the order of the version. */
  numbers(versionId: number, filter: FrozenFilter): number[];
  /** How often values occur in a version, for filters to choose from; most frequent first. */
  values(
    versionId: number,
    of: Exclude<FilterValue, 'file'>,
  ): { readonly value: string; readonly count: number }[];
  /** Of one document, as they were frozen. @throws record.missing where it is not in the version */
  annotations(versionId: number, number: number): readonly Annotation[];
}

const frozenDocuments = `labelled_set_documents JOIN documents ON documents.id = document_id
  WHERE version_id = @versionId`;

const labelIs = (kind: 'class' | 'span', key: 'label' | 'type', name: string) =>
  `EXISTS (SELECT 1 FROM json_each(annotations_json)
     WHERE value ->> 'kind' = '${kind}' AND value ->> '${key}' = @${name})`;

const labelCounts = (kind: 'class' | 'span', key: 'label' | 'type') =>
  `SELECT value ->> '${key}' AS value, count(DISTINCT document_id) AS count
     FROM labelled_set_documents, json_each(annotations_json)
     WHERE version_id = @versionId AND value ->> 'kind' = '${kind}' GROUP BY 1`;

const valueStatements: Readonly<Record<Exclude<FilterValue, 'file'>, string>> = {
  kind: `SELECT documents.kind AS value, count(*) AS count FROM ${frozenDocuments} GROUP BY 1`,
  language: `SELECT language AS value, count(*) AS count FROM ${frozenDocuments} GROUP BY 1`,
  class: labelCounts('class', 'label'),
  type: labelCounts('span', 'type'),
  problem: `SELECT rule AS value, count(*) AS count FROM labelled_set_documents
    JOIN document_problems USING (document_id) WHERE version_id = @versionId GROUP BY rule`,
};

const earlierWords = 'temp.earlier_texts';
const inVersion = 'SELECT document_id FROM labelled_set_documents WHERE version_id = @versionId';

export function openFrozenQueries({ sql }: StorageContext): FrozenQueries {
  const search = new FrozenSearch(sql);
  return {
    numbers(versionId, { search: typed, ...filter }) {
      const match = typed === undefined ? null : toMatch(typed);
      if (typed !== undefined && match === null) return [];
      const conditions = [
        ...factConditions(filter),
        ...(match === null ? [] : [`document_id IN (${search.prepare(versionId)})`]),
        ...(filter.problem === undefined
          ? []
          : [`document_id IN (SELECT document_id FROM document_problems WHERE rule = @problem)`]),
        ...(filter.class === undefined ? [] : [labelIs('class', 'label', 'class')]),
        ...(filter.type === undefined ? [] : [labelIs('span', 'type', 'type')]),
      ];
      const given = Object.entries(filter).filter(([, value]) => value !== undefined);
      const rows = sql.all(
        `SELECT document_id AS number FROM ${[frozenDocuments, ...conditions].join(' AND ')}
           ORDER BY position`,
        {
          versionId,
          ...(Object.fromEntries(given) as Record<string, SqlValue>),
          ...(match === null ? {} : { match }),
        },
      ) as { number: number }[];
      return rows.map(({ number }) => number);
    },

    values: (versionId, of) =>
      sql.all(`${valueStatements[of]} ORDER BY count DESC, value`, { versionId }) as {
        value: string;
        count: number;
      }[],

    annotations(versionId, number) {
      const row = sql.get(
        `SELECT annotations_json AS json FROM labelled_set_documents
           WHERE version_id = @versionId AND document_id = @number`,
        { versionId, number },
      ) as { json: string } | undefined;
      const { json } = requireRecord(row, 'document of this version', String(number));
      return JSON.parse(json) as Annotation[];
    },
  };
}

/**
 * Words of a frozen version: those of texts that are still current stand in the indexes of their
 * collections; those of earlier ones are indexed when they are asked for, in memory alone, and kept
 * until another version is searched.
 */
class FrozenSearch {
  readonly #sql: Sql;
  /** The version whose earlier texts are indexed, and how many these were. */
  #indexed = '';

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** A statement that gives the documents in which `@match` finds something. */
  prepare(versionId: number): string {
    const parts = this.#sql.all(
      `SELECT documents.collection_id AS collectionId, count(*) - sum(is_current) AS earlier
         FROM ${frozenDocuments} GROUP BY documents.collection_id`,
      { versionId },
    ) as { collectionId: number; earlier: number }[];
    const current = parts.map(({ collectionId }) => searchStatement(collectionId, ''));
    const earlier = parts.reduce((sum, part) => sum + part.earlier, 0);
    if (earlier === 0) return current.join(' UNION ALL ');
    this.#indexEarlier(versionId, earlier);
    return [...current, `SELECT rowid FROM earlier_texts WHERE earlier_texts MATCH @match`].join(
      ' UNION ALL ',
    );
  }

  #indexEarlier(versionId: number, count: number): void {
    const wanted = `${versionId}/${count}`;
    if (this.#indexed === wanted) return;
    this.#sql.exec(`DROP TABLE IF EXISTS ${earlierWords}`);
    this.#sql.exec(`CREATE VIRTUAL TABLE ${earlierWords} USING fts5 (${wordsOfTexts}, content='')`);
    this.#sql.run(
      `INSERT INTO ${earlierWords} (rowid, content) SELECT number, content FROM searched_texts
         WHERE number IN (${inVersion} AND document_id IN
           (SELECT id FROM documents WHERE is_current = 0))`,
      { versionId },
    );
    this.#indexed = wanted;
  }
}
