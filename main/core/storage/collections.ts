import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { createSearchIndex, removeSearchIndex } from './document-search.ts';
import type { Sql } from './database.ts';
import { describeProcess, isAbandoned } from './process-identity.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** Documents that belong together, such as those of one export or of one corpus. */
export interface Collection {
  readonly id: number;
  readonly name: string;
  readonly createdAtMs: number;
  /** Current versions only. */
  readonly documentCount: number;
}

export interface CollectionStore {
  /** @throws collection.name-taken */
  create(name: string): Collection;
  /** @throws record.missing */
  get(id: number): Collection;
  findByName(name: string): Collection | undefined;
  /** In the order of their names. */
  list(): Collection[];
  /**
   * It is gone at once for everybody, with its documents, imports and index; then its pages are
   * overwritten piece by piece, so that the log beside the database stays small. What a kill leaves
   * of it is swept at the next opening. @throws record.missing, collection.in-use
   */
  remove(id: number): void;
}

const columns = `id, name, created_at_ms AS createdAtMs,
  (SELECT count(*) FROM documents WHERE collection_id = collections.id AND is_current = 1)
    AS documentCount`;
const visible = `SELECT ${columns} FROM collections WHERE writer IS NULL`;

export function openCollectionStore({ sql, audit, nowMs }: StorageContext): CollectionStore {
  const get = (id: number) =>
    requireRecord(
      sql.get(`${visible} AND id = @id`, { id }) as Collection | undefined,
      'collection',
      String(id),
    );
  const findByName = (name: string) =>
    sql.get(`${visible} AND name = @name`, { name }) as Collection | undefined;

  return {
    get,
    findByName,
    list: () => sql.all(`${visible} ORDER BY name`) as Collection[],

    create: (name) =>
      sql.transaction(() => {
        if (findByName(name) !== undefined) refuseName(name);
        const { id } = sql.get(
          `INSERT INTO collections (name, created_at_ms) VALUES (@name, @atMs) RETURNING id`,
          { name, atMs: nowMs() },
        ) as { id: number };
        createSearchIndex(sql, id);
        audit.append('collection.created', { collectionId: id });
        return get(id);
      }),

    remove(id) {
      sql.transaction(() => {
        const { name, documentCount } = get(id);
        requireFree(sql, id, name);
        // The name is free for another one at once.
        sql.run(`UPDATE collections SET writer = @writer, name = @gone WHERE id = @id`, {
          id,
          writer: describeProcess(),
          gone: `\0${id}`,
        });
        audit.append('collection.removed', { collectionId: id, documentCount });
      });
      removeContent(sql, id);
    },
  };
}

function refuseName(name: string): never {
  throw new AnamnesisError('collection.name-taken', {
    expected: say('workspace', 'newCollectionName'),
    found: say('workspace', 'collection', name),
    remedy: say('workspace', 'otherNameOrImport'),
  });
}

function requireFree(sql: Sql, id: number, name: string): void {
  requireUnlabelled(sql, id, name);
  const sets = sql.all(
    `SELECT DISTINCT labelled_sets.name AS name FROM labelled_sets
       JOIN labelled_set_versions ON labelled_set_versions.set_id = labelled_sets.id
       JOIN labelled_set_documents ON version_id = labelled_set_versions.id
       JOIN documents ON documents.id = document_id
       WHERE collection_id = @id ORDER BY 1`,
    { id },
  ) as { name: string }[];
  if (sets.length === 0) return;
  throw new AnamnesisError('collection.in-use', {
    expected: say('workspace', 'noSetOf', name),
    found: sets.map((set) => `“${set.name}”`).join(', '),
    remedy: say('workspace', 'removeSetsFirst'),
  });
}

function requireUnlabelled(sql: Sql, id: number, name: string): void {
  const projects = sql.all(
    `SELECT name FROM annotation_projects WHERE id IN
       (SELECT project_id FROM annotation_documents JOIN documents ON documents.id = document_id
          WHERE collection_id = @id) ORDER BY name`,
    { id },
  ) as { name: string }[];
  if (projects.length === 0) return;
  throw new AnamnesisError('collection.in-use', {
    expected: say('workspace', 'noProjectOf', name),
    found: projects.map((project) => `“${project.name}”`).join(', '),
    remedy: say('workspace', 'removeProjectsFirst'),
  });
}

/** Documents at a time: some MB of text. */
const removedAtOnce = 500;

function removeContent(sql: Sql, id: number): void {
  removeSearchIndex(sql, id);
  const values = { id };
  const some = `SELECT id FROM documents WHERE collection_id = @id ORDER BY id LIMIT ${removedAtOnce}`;
  const removeSome = () =>
    sql.transaction(() => {
      const texts = sql.all(`SELECT DISTINCT text_id AS id FROM documents WHERE id IN (${some})`, {
        ...values,
      }) as { id: number }[];
      const count = sql.run(`DELETE FROM documents WHERE id IN (${some})`, values);
      const textsJson = JSON.stringify(texts.map((text) => text.id));
      sql.run(
        `DELETE FROM document_texts WHERE id IN (SELECT value FROM json_each(@textsJson))
           AND NOT EXISTS (SELECT 1 FROM documents WHERE text_id = document_texts.id)`,
        { textsJson },
      );
      return count;
    });
  while (removeSome() > 0);
  sql.transaction(() => {
    sql.run(`DELETE FROM collections WHERE id = @id`, values);
  });
}

/** Goes on with removals that a killed process had begun; at opening. */
export function sweepCollections(sql: Sql, nowMs: number): void {
  const rows = sql.all(
    `SELECT id, writer, created_at_ms AS startedAtMs FROM collections WHERE writer IS NOT NULL`,
  ) as { id: number; writer: string; startedAtMs: number }[];
  for (const { id, writer, startedAtMs } of rows) {
    if (isAbandoned(writer, { startedAtMs, nowMs })) removeContent(sql, id);
  }
}
