import { deflateSync, inflateSync } from 'node:zlib';
import type { InsightOutline, KeptInsight } from '#core/domain/insight.ts';
import { actingPerson } from './acting-person.ts';
import { canonicalJson } from './canonical-json.ts';
import { hashJson } from './hash-json.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

export interface InsightInput extends InsightOutline {
  /** All that is looked at, as JSON: texts that lie nowhere else, numbers of documents that do. */
  readonly source: unknown;
  /** Documents whose words will stand in the result: when one of them is removed, it goes too. */
  readonly documents: readonly number[];
}

/** What was found out of models, with settings and seed; all of it lies in the encrypted database. */
export interface InsightStore {
  /**
   * A new one, or the one of the same kind, settings, seed, models and source: it is gone on with,
   * or, where it has ended, what is wanted is there. Throws "record.missing" for a document.
   */
  begin(insight: InsightInput): KeptInsight;
  /** Throws "record.missing". */
  get(id: number): KeptInsight;
  /** The newest first, of one kind or all. */
  list(kind?: string): KeptInsight[];
  /** As it was given. Throws "record.missing". */
  source(id: number): unknown;
  /** As it was given to `finish`; undefined before. Throws "record.missing". */
  result(id: number): unknown;
  /** What was kept of a part; undefined where it was not done. */
  part(id: number, key: string): unknown;
  /** In the place of what was kept of it before. */
  keepPart(id: number, key: string, content: unknown): void;
  /** Keeps the result, plain data, and forgets the parts. Throws "record.missing". */
  finish(id: number, result: unknown): KeptInsight;
  /** With all that it holds. Throws "record.missing". */
  remove(id: number): void;
}

type InsightRow = Omit<KeptInsight, 'settings' | 'models'> & {
  readonly settingsJson: string;
  readonly modelsJson: string;
};

const columns = `id, kind, subject, settings_json AS settingsJson, seed, models_json AS modelsJson,
  hash, person, created_at_ms AS createdAtMs, finished_at_ms AS finishedAtMs`;

export function openInsightStore({ sql, audit, nowMs }: StorageContext): InsightStore {
  const get = (id: number) =>
    toInsight(
      requireRecord(
        sql.get(`SELECT ${columns} FROM insights WHERE id = @id`, { id }) as InsightRow | undefined,
        'kept insight',
        String(id),
      ),
    );
  const content = (id: number, column: 'source' | 'result') => {
    get(id);
    const row = sql.get(`SELECT ${column} AS content FROM insights WHERE id = @id`, { id });
    const packed = (row as { readonly content: Uint8Array | null }).content;
    return packed === null ? undefined : unpack(packed);
  };

  return {
    get,
    begin: ({ kind, subject, settings, seed, models, source, documents }) =>
      sql.transaction(() => {
        const weights = models.map((model) => ({ id: model.id, hash: model.hash }));
        const hash = hashJson({ kind, settings, seed, models: weights, source });
        const known = sql.get(`SELECT ${columns} FROM insights WHERE hash = @hash`, { hash });
        if (known !== undefined) return toInsight(known as InsightRow);
        for (const document of documents) {
          const row = sql.get(`SELECT 1 FROM documents WHERE id = @document`, { document });
          requireRecord(row, 'document', String(document));
        }
        sql.run(
          `INSERT INTO insights (kind, subject, settings_json, seed, models_json, hash, source,
             person, created_at_ms)
             VALUES (@kind, @subject, @settingsJson, @seed, @modelsJson, @hash, @source,
               @person, @createdAtMs)`,
          {
            kind,
            subject,
            settingsJson: canonicalJson(settings),
            seed,
            modelsJson: canonicalJson(models),
            hash,
            source: pack(source),
            person: actingPerson() ?? null,
            createdAtMs: nowMs(),
          },
        );
        const row = sql.get(`SELECT ${columns} FROM insights WHERE hash = @hash`, { hash });
        const begun = toInsight(row as InsightRow);
        for (const document of new Set(documents)) {
          sql.run(`INSERT INTO insight_documents VALUES (@id, @document)`, {
            id: begun.id,
            document,
          });
        }
        audit.append('insight.begun', {
          insight: begun.id,
          kind,
          settings: hashJson(settings),
          models: models.length,
          model: models.at(0)?.id ?? null,
        });
        return begun;
      }),

    list: (kind) =>
      (
        sql.all(
          `SELECT ${columns} FROM insights WHERE @kind IS NULL OR kind = @kind ORDER BY id DESC`,
          { kind: kind ?? null },
        ) as InsightRow[]
      ).map(toInsight),

    source: (id) => content(id, 'source'),
    result: (id) => content(id, 'result'),

    part(id, key) {
      const row = sql.get(
        `SELECT content FROM insight_parts WHERE insight_id = @id AND key = @key`,
        { id, key },
      );
      return row === undefined
        ? undefined
        : unpack((row as { readonly content: Uint8Array }).content);
    },

    keepPart(id, key, part) {
      sql.run(`INSERT OR REPLACE INTO insight_parts VALUES (@id, @key, @content)`, {
        id,
        key,
        content: pack(part),
      });
    },

    finish: (id, result) =>
      sql.transaction(() => {
        const { kind } = get(id);
        sql.run(`UPDATE insights SET result = @result, finished_at_ms = @atMs WHERE id = @id`, {
          id,
          result: pack(result),
          atMs: nowMs(),
        });
        sql.run(`DELETE FROM insight_parts WHERE insight_id = @id`, { id });
        audit.append('insight.finished', { insight: id, kind });
        return get(id);
      }),

    remove(id) {
      sql.transaction(() => {
        const { kind } = get(id);
        sql.run(`DELETE FROM insights WHERE id = @id`, { id });
        audit.append('insight.removed', { insight: id, kind });
      });
    },
  };
}

function toInsight({ settingsJson, modelsJson, ...row }: InsightRow): KeptInsight {
  return {
    ...row,
    settings: JSON.parse(settingsJson) as unknown,
    models: JSON.parse(modelsJson) as KeptInsight['models'],
  };
}

function pack(content: unknown): Uint8Array {
  return deflateSync(JSON.stringify(content));
}

function unpack(packed: Uint8Array): unknown {
  return JSON.parse(inflateSync(packed).toString()) as unknown;
}
