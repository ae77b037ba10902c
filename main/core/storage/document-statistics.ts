import type { SqlValue } from 'better-sqlite3';
import type { DocumentFilter, DocumentQueries } from './document-queries.ts';
import type { LabelledSetVersion } from './labelled-sets.ts';
import type { StorageContext } from './storage-context.ts';

/** How many there are of something, and how large their texts are. */
export interface DocumentGroup {
  /** Such as a year or a file; '' for documents of which the source says nothing. */
  readonly value: string;
  readonly documents: number;
  readonly sentences: number;
  readonly words: number;
  readonly characters: number;
}

export interface LabelStatistics {
  readonly label: string;
  /** Documents that have it. */
  readonly documents: number;
  /** Mentions, or documents for classes. */
  readonly count: number;
}

/** Of documents that were chosen. */
export interface CollectionStatistics {
  readonly total: DocumentGroup;
  readonly patients: number;
  /** In words, in ascending order of the share: the shortest, the quartiles, 95 % and the longest. */
  readonly lengths: readonly { readonly share: number; readonly words: number }[];
  readonly bySource: readonly DocumentGroup[];
  readonly byYear: readonly DocumentGroup[];
  readonly byLanguage: readonly DocumentGroup[];
  readonly byKind: readonly DocumentGroup[];
  readonly classes: readonly LabelStatistics[];
  readonly types: readonly LabelStatistics[];
}

/** The current versions of a collection, those that fit a filter, or those of a frozen version. */
export type CountedDocuments =
  { readonly filter: DocumentFilter } | { readonly set: Pick<LabelledSetVersion, 'id'> };

export interface DocumentStatistics {
  of(counted: CountedDocuments): CollectionStatistics;
}

const shares = [0, 0.25, 0.5, 0.75, 0.95, 1];
const sums = `count(*) AS documents, total(sentence_count) AS sentences,
  total(word_count) AS words, total(character_count) AS characters`;

/** Which documents, in SQL; and which annotations they have. */
interface Counted {
  readonly condition: string;
  readonly values: Readonly<Record<string, SqlValue>>;
  /** Gives document, kind ("class" or "span") and label of each annotation. */
  readonly annotations: string;
}

const storedAnnotations = `SELECT document_id, annotations.kind AS kind, label
  FROM annotations JOIN documents ON documents.id = document_id`;

function toCounted(counted: CountedDocuments, queries: DocumentQueries): Counted {
  if ('set' in counted) {
    return {
      condition: `documents.id IN
        (SELECT document_id FROM labelled_set_documents WHERE version_id = @versionId)`,
      values: { versionId: counted.set.id },
      annotations: `SELECT document_id, json_extract(each.value, '$.kind') AS kind,
        coalesce(json_extract(each.value, '$.type'), json_extract(each.value, '$.label')) AS label
        FROM labelled_set_documents, json_each(annotations_json) AS each
        WHERE version_id = @versionId`,
    };
  }
  const { collectionId, ...narrowing } = counted.filter;
  const isWhole = Object.values(narrowing).every((value) => value === undefined);
  const condition = isWhole
    ? 'documents.collection_id = @collectionId AND is_current = 1'
    : 'documents.id IN (SELECT value FROM json_each(@numbers))';
  return {
    condition,
    values: isWhole
      ? { collectionId }
      : { numbers: JSON.stringify(queries.numbers(counted.filter)) },
    annotations: `${storedAnnotations} WHERE ${condition}`,
  };
}

export function openDocumentStatistics(
  { sql }: StorageContext,
  queries: DocumentQueries,
): DocumentStatistics {
  return {
    of(counted) {
      const { condition, values, annotations } = toCounted(counted, queries);
      const groups = (value: string, join = '') =>
        sql.all(
          `SELECT ${value} AS value, ${sums} FROM documents ${join} WHERE ${condition}
             GROUP BY 1 ORDER BY 1`,
          values,
        ) as DocumentGroup[];
      const labels = (kind: 'class' | 'span') =>
        sql.all(
          `SELECT label, count(DISTINCT document_id) AS documents, count(*) AS count
             FROM (${annotations}) WHERE kind = @kind GROUP BY label ORDER BY label`,
          { ...values, kind },
        ) as LabelStatistics[];
      const wordsAt = (position: number) =>
        sql.get(
          `SELECT word_count AS words FROM documents WHERE ${condition}
             ORDER BY word_count LIMIT 1 OFFSET @position`,
          { ...values, position },
        ) as { words: number };
      const total = sql.get(
        `SELECT '' AS value, ${sums} FROM documents WHERE ${condition}`,
        values,
      ) as DocumentGroup;
      const { patients } = sql.get(
        `SELECT count(DISTINCT patient) AS patients FROM documents
           WHERE ${condition} AND patient <> ''`,
        values,
      ) as { patients: number };
      const last = total.documents - 1;
      const sources = 'JOIN document_sources ON document_sources.id = source_id';
      return {
        total,
        patients,
        lengths:
          last < 0 ? [] : shares.map((share) => ({ share, ...wordsAt(Math.round(share * last)) })),
        bySource: groups('file', sources),
        byYear: groups('substr(date, 1, 4)'),
        byLanguage: groups('language'),
        byKind: groups('documents.kind'),
        classes: labels('class'),
        types: labels('span'),
      };
    },
  };
}
