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

const noDocuments = { documents: 0, sentences: 0, words: 0, characters: 0 };

/** Documents that are alike in all that they are grouped by. */
interface Cell extends Omit<DocumentGroup, 'value'> {
  readonly file: string;
  readonly year: string;
  readonly language: string;
  readonly kind: string;
}

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
      // One pass over the rows, which lie encrypted: a pass for each grouping would take five times it.
      const cells = sql.all(
        `SELECT file, substr(date, 1, 4) AS year, language, documents.kind AS kind, ${sums}
           FROM documents JOIN document_sources ON document_sources.id = source_id
           WHERE ${condition} GROUP BY 1, 2, 3, 4`,
        values,
      ) as Cell[];
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
      const [total = { value: '', ...noDocuments }] = sumBy(cells, () => '');
      const { patients } = sql.get(
        `SELECT count(DISTINCT patient) AS patients FROM documents
           WHERE ${condition} AND patient <> ''`,
        values,
      ) as { patients: number };
      const last = total.documents - 1;
      return {
        total,
        patients,
        lengths:
          last < 0 ? [] : shares.map((share) => ({ share, ...wordsAt(Math.round(share * last)) })),
        bySource: sumBy(cells, ({ file }) => file),
        byYear: sumBy(cells, ({ year }) => year),
        byLanguage: sumBy(cells, ({ language }) => language),
        byKind: sumBy(cells, ({ kind }) => kind),
        classes: labels('class'),
        types: labels('span'),
      };
    },
  };
}

/** Cells with the same value together, in the order of the values. */
function sumBy(cells: readonly Cell[], valueOf: (cell: Cell) => string): DocumentGroup[] {
  const groups = new Map<string, typeof noDocuments>();
  for (const cell of cells) {
    const value = valueOf(cell);
    const { documents, sentences, words, characters } = groups.get(value) ?? noDocuments;
    groups.set(value, {
      documents: documents + cell.documents,
      sentences: sentences + cell.sentences,
      words: words + cell.words,
      characters: characters + cell.characters,
    });
  }
  return [...groups]
    .map(([value, group]) => ({ value, ...group }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}
