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

/** Of the current versions of a collection. */
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

export interface DocumentStatistics {
  of(collectionId: number): CollectionStatistics;
  /** Texts of the current versions, one at a time, for what depends on a vocabulary. */
  texts(collectionId: number): Iterable<string>;
}

const shares = [0, 0.25, 0.5, 0.75, 0.95, 1];
const current = 'documents.collection_id = @collectionId AND is_current = 1';
const sums = `count(*) AS documents, total(sentence_count) AS sentences,
  total(word_count) AS words, total(character_count) AS characters`;

export function openDocumentStatistics({ sql }: StorageContext): DocumentStatistics {
  const groups = (collectionId: number, value: string, join = '') =>
    sql.all(
      `SELECT ${value} AS value, ${sums} FROM documents ${join} WHERE ${current}
         GROUP BY 1 ORDER BY 1`,
      { collectionId },
    ) as DocumentGroup[];
  const labels = (collectionId: number, kind: 'class' | 'span') =>
    sql.all(
      `SELECT label, count(DISTINCT document_id) AS documents, count(*) AS count
         FROM annotations JOIN documents ON documents.id = document_id
         WHERE annotations.kind = @kind AND ${current} GROUP BY label ORDER BY label`,
      { collectionId, kind },
    ) as LabelStatistics[];
  const wordsAt = (collectionId: number, position: number) =>
    sql.get(
      `SELECT word_count AS words FROM documents WHERE ${current}
         ORDER BY word_count LIMIT 1 OFFSET @position`,
      { collectionId, position },
    ) as { words: number };

  return {
    of(collectionId) {
      const total = sql.get(`SELECT '' AS value, ${sums} FROM documents WHERE ${current}`, {
        collectionId,
      }) as DocumentGroup;
      const { patients } = sql.get(
        `SELECT count(DISTINCT patient) AS patients FROM documents
           WHERE ${current} AND patient <> ''`,
        { collectionId },
      ) as { patients: number };
      const last = total.documents - 1;
      return {
        total,
        patients,
        lengths:
          last < 0
            ? []
            : shares.map((share) => ({
                share,
                ...wordsAt(collectionId, Math.round(share * last)),
              })),
        bySource: groups(
          collectionId,
          'file',
          'JOIN document_sources ON document_sources.id = source_id',
        ),
        byYear: groups(collectionId, 'substr(date, 1, 4)'),
        byLanguage: groups(collectionId, 'language'),
        byKind: groups(collectionId, 'kind'),
        classes: labels(collectionId, 'class'),
        types: labels(collectionId, 'span'),
      };
    },

    *texts(collectionId) {
      for (let after = 0; ;) {
        const row = sql.get(
          `SELECT documents.id AS number, content FROM documents
             JOIN document_texts ON document_texts.id = text_id
             WHERE ${current} AND documents.id > @after ORDER BY documents.id LIMIT 1`,
          { collectionId, after },
        ) as { number: number; content: string } | undefined;
        if (row === undefined) return;
        after = row.number;
        yield row.content;
      }
    },
  };
}
