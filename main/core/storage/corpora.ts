import { randomUUID } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Sql } from './database.ts';
import { describeProcess, isAbandoned } from './process-identity.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';
import { type CorpusDocuments, packDocuments, unpackDocuments } from './corpus-documents.ts';
import { packChunks, type TextChunk, unpackLines } from './text-chunks.ts';

/** A cleaned collection of text, one sentence or coherent chunk per line. */
export interface Corpus {
  readonly id: string;
  readonly name: string;
  /** Of the files and of the cleaning that made it: equal hash, equal lines. */
  readonly sourceHash: string;
  /** As given to `put`. */
  readonly statistics: unknown;
  readonly lineCount: number;
  readonly createdAtMs: number;
}

export interface CorpusInput {
  readonly name: string;
  readonly sourceHash: string;
  /** Without line breaks. */
  readonly lines: Iterable<string> | AsyncIterable<string>;
  /** Asked after the last line, when counts are known. */
  readonly statistics: () => unknown;
  /** Asked after the last line; left out where documents are not known. */
  readonly documents?: () => CorpusDocuments;
}

export interface CorpusStore {
  /**
   * Stores a corpus piece by piece, so that no other writer waits for GB; it becomes visible with
   * its last line. One of the same name and hash is returned without reading the lines.
   */
  put(input: CorpusInput): Promise<Corpus>;
  /** Throws "record.missing". */
  get(id: string): Corpus;
  /** The newest corpus with this hash, whatever its name. */
  findByHash(sourceHash: string): Corpus | undefined;
  /** The newest first. */
  list(): Corpus[];
  /** All lines in order; some MB of them in memory at a time, and no lock held in between. */
  lines(id: string): Iterable<string>;
  /** Where its documents end; null for one of an earlier version that nobody has read again. */
  documentsOf(id: string): CorpusDocuments | null;
  /** Keeps the documents of a corpus that was stored without them. */
  keepDocuments(id: string, documents: CorpusDocuments): void;
  /**
   * It is gone at once for everybody, then overwritten piece by piece, so that the log beside the
   * database stays small; what a kill leaves of it is swept at the next opening.
   */
  remove(id: string): void;
}

type CorpusRow = Omit<Corpus, 'statistics'> & { readonly statisticsJson: string };

const columns = `id, name, source_hash AS sourceHash, statistics_json AS statisticsJson,
  line_count AS lineCount, created_at_ms AS createdAtMs`;
const complete = `SELECT ${columns} FROM corpora WHERE writer IS NULL`;
const newestFirst = 'ORDER BY created_at_ms DESC, rowid DESC';

function toCorpus({ statisticsJson, ...row }: CorpusRow): Corpus {
  return { ...row, statistics: JSON.parse(statisticsJson) as unknown };
}

export function openCorpusStore({ sql, audit, nowMs }: StorageContext): CorpusStore {
  const findOne = (condition: string, values: Readonly<Record<string, string>>) => {
    const row = sql.get(`${complete} AND ${condition} ${newestFirst} LIMIT 1`, values);
    return row === undefined ? undefined : toCorpus(row as CorpusRow);
  };
  const get = (id: string) => requireRecord(findOne('id = @id', { id }), 'corpus', id);

  const reserve = (id: string, { name, sourceHash }: CorpusInput) => {
    sql.run(
      `INSERT INTO corpora VALUES (@id, @name, @sourceHash, 'null', 0, 0, @createdAtMs, @writer)`,
      { id, name, sourceHash, createdAtMs: nowMs(), writer: describeProcess() },
    );
  };
  const append = (id: string, { content, lineCount }: TextChunk) => {
    sql.transaction(() => {
      sql.run(
        `INSERT INTO corpus_chunks SELECT id, chunk_count, @content FROM corpora WHERE id = @id`,
        { id, content },
      );
      sql.run(
        `UPDATE corpora SET chunk_count = chunk_count + 1, line_count = line_count + @lineCount
           WHERE id = @id`,
        { id, lineCount },
      );
    });
  };
  const keepDocuments = (id: string, documents: CorpusDocuments) => {
    sql.run(`INSERT OR REPLACE INTO corpus_documents VALUES (@id, @content)`, {
      id,
      content: packDocuments(documents),
    });
  };
  const publish = (id: string, { statistics, documents }: CorpusInput): Corpus => {
    const statisticsJson = canonicalJson(statistics());
    const ends = documents?.();
    return sql.transaction(() => {
      sql.run(
        `UPDATE corpora SET statistics_json = @statisticsJson, writer = NULL WHERE id = @id`,
        { id, statisticsJson },
      );
      if (ends !== undefined) keepDocuments(id, ends);
      const corpus = get(id);
      audit.append('corpus.stored', { corpusId: id, lineCount: corpus.lineCount });
      return corpus;
    });
  };

  const forget = (id: string) => {
    try {
      sql.run(`DELETE FROM corpora WHERE id = @id`, { id });
    } catch {
      // On a full disk even deleting may fail; it is swept when the workspace is opened next.
    }
  };

  return {
    get,
    findByHash: (sourceHash) => findOne('source_hash = @sourceHash', { sourceHash }),
    list: () => (sql.all(`${complete} ${newestFirst}`) as CorpusRow[]).map(toCorpus),

    async put(input) {
      const { name, sourceHash } = input;
      const known = findOne('source_hash = @sourceHash AND name = @name', { sourceHash, name });
      if (known !== undefined) return known;
      const id = randomUUID();
      reserve(id, input);
      try {
        for await (const chunk of packChunks(input.lines)) append(id, chunk);
        return publish(id, input);
      } catch (error) {
        forget(id);
        throw error;
      }
    },

    *lines(id) {
      get(id);
      for (let position = 0; ; position++) {
        const row = sql.get(
          `SELECT content FROM corpus_chunks WHERE corpus_id = @id AND position = @position`,
          { id, position },
        ) as { content: Uint8Array } | undefined;
        if (row === undefined) return;
        yield* unpackLines(row.content);
      }
    },

    documentsOf(id) {
      get(id);
      const row = sql.get(`SELECT content FROM corpus_documents WHERE corpus_id = @id`, { id });
      return row === undefined
        ? null
        : unpackDocuments((row as { readonly content: Uint8Array }).content);
    },

    keepDocuments(id, documents) {
      get(id);
      keepDocuments(id, documents);
    },

    remove(id) {
      sql.transaction(() => {
        get(id);
        sql.run(`UPDATE corpora SET writer = @writer WHERE id = @id`, {
          id,
          writer: describeProcess(),
        });
        audit.append('corpus.removed', { corpusId: id });
      });
      const removeChunk = `DELETE FROM corpus_chunks WHERE corpus_id = @id AND position =
        (SELECT max(position) FROM corpus_chunks WHERE corpus_id = @id)`;
      while (sql.run(removeChunk, { id }) > 0);
      sql.run(`DELETE FROM corpora WHERE id = @id`, { id });
    },
  };
}

/** Removes what a killed process had stored of a corpus, or had not yet removed; at opening. */
export function sweepCorpora(sql: Sql, nowMs: number): void {
  const rows = sql.all(
    `SELECT id, writer, created_at_ms AS startedAtMs FROM corpora WHERE writer IS NOT NULL`,
  ) as { id: string; writer: string; startedAtMs: number }[];
  for (const { id, writer, startedAtMs } of rows) {
    if (isAbandoned(writer, { startedAtMs, nowMs })) {
      sql.run(`DELETE FROM corpora WHERE id = @id`, { id });
    }
  }
}
