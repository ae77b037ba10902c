import { randomUUID } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Sql } from './database.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

export interface ModelInput {
  readonly studyId: string | null;
  /** Of the model in the plan. */
  readonly name: string;
  /** The model whose weights it started from; null for one from scratch or from outside. */
  readonly parentModelId: string | null;
  /** The run that made it; null for one from outside, or when that run's result was discarded. */
  readonly runId: string | null;
  /** Anything JSON can hold; read back as it was given. */
  readonly configuration: unknown;
  /** File name to content, for example "vocab.txt". */
  readonly tokenizerFiles: Readonly<Record<string, string>>;
  readonly weightsBlobId: string;
}

export interface StoredModel extends ModelInput {
  readonly id: string;
  readonly createdAtMs: number;
}

/** A model without what is large. */
export type ModelSummary = Omit<StoredModel, 'tokenizerFiles'>;

export interface ModelStore {
  /**
   * Throws "model.name-taken": no two models that belong to neither study nor run share a name; and
   * "record.missing" where the parent is gone.
   */
  put(model: ModelInput): StoredModel;
  /** Throws "record.missing". */
  get(id: string): StoredModel;
  /** What this run made, the newest first: the states of a training are told apart by their origin. */
  listByRun(runId: string): ModelSummary[];
  /** The newest first. */
  list(): ModelSummary[];
  /** The model itself, then its parent, up to the first of the line. */
  lineage(id: string): ModelSummary[];
  /**
   * Removes the entry; its weights are deleted by `blobs.delete` afterwards. Throws
   * "model.in-use" while another model descends from it.
   */
  remove(id: string): void;
}

type SummaryRow = Omit<ModelSummary, 'configuration'> & { readonly configurationJson: string };
type ModelRow = SummaryRow & { readonly tokenizerFilesJson: string };

const summaryColumns = `id, study_id AS studyId, name, parent_model_id AS parentModelId,
  run_id AS runId, weights_blob_id AS weightsBlobId, created_at_ms AS createdAtMs,
  configuration_json AS configurationJson`;
const columns = `${summaryColumns}, tokenizer_files_json AS tokenizerFilesJson`;
const newestFirst = 'ORDER BY created_at_ms DESC, rowid DESC';

function toSummary({ configurationJson, ...row }: SummaryRow): ModelSummary {
  return { ...row, configuration: JSON.parse(configurationJson) as unknown };
}

function toModel({ tokenizerFilesJson, ...row }: ModelRow): StoredModel {
  const tokenizerFiles = JSON.parse(tokenizerFilesJson) as Record<string, string>;
  return { ...toSummary(row), tokenizerFiles };
}

/** Asked where the model is entered, for whoever asked before may have been overtaken. */
function requireFreeName(sql: Sql, name: string): void {
  const other = sql.get(
    `SELECT 1 FROM models WHERE study_id IS NULL AND run_id IS NULL AND name = @name LIMIT 1`,
    { name },
  );
  if (other === undefined) return;
  throw new AnamnesisError('model.name-taken', {
    expected: say('workspace', 'newModelName'),
    found: name,
    remedy: say('workspace', 'giveAnotherName'),
  });
}

/** Another command may have removed a model meanwhile. @throws record.missing */
function requireModel(sql: Sql, id: string): void {
  requireRecord(sql.get(`SELECT 1 FROM models WHERE id = @id`, { id }), 'model', id);
}

export function openModelStore({ sql, audit, nowMs }: StorageContext): ModelStore {
  const get = (id: string) => {
    const row = sql.get(`SELECT ${columns} FROM models WHERE id = @id`, { id });
    return toModel(requireRecord(row as ModelRow | undefined, 'model', id));
  };

  return {
    get,
    listByRun: (runId) =>
      (
        sql.all(`SELECT ${summaryColumns} FROM models WHERE run_id = @runId ${newestFirst}`, {
          runId,
        }) as SummaryRow[]
      ).map(toSummary),
    list: () =>
      (sql.all(`SELECT ${summaryColumns} FROM models ${newestFirst}`) as SummaryRow[]).map(
        toSummary,
      ),

    put: ({ configuration, tokenizerFiles, ...model }) =>
      sql.transaction(() => {
        if (model.studyId === null && model.runId === null) requireFreeName(sql, model.name);
        if (model.parentModelId !== null) requireModel(sql, model.parentModelId);
        const id = randomUUID();
        sql.run(
          `INSERT INTO models VALUES (@id, @studyId, @name, @parentModelId, @runId,
             @configurationJson, @tokenizerFilesJson, @weightsBlobId, @createdAtMs)`,
          {
            ...model,
            id,
            configurationJson: canonicalJson(configuration),
            tokenizerFilesJson: JSON.stringify(tokenizerFiles),
            createdAtMs: nowMs(),
          },
        );
        const { runId, parentModelId } = model;
        audit.append('model.stored', { modelId: id, runId, parentModelId });
        return get(id);
      }),

    lineage(id) {
      get(id);
      const rows = sql.all(
        `WITH RECURSIVE line (model_id, depth) AS (
           VALUES (@id, 0)
           UNION ALL
           SELECT parent_model_id, depth + 1 FROM line JOIN models ON models.id = line.model_id
             WHERE parent_model_id IS NOT NULL
         )
         SELECT ${summaryColumns} FROM line JOIN models ON models.id = line.model_id
           ORDER BY depth`,
        { id },
      ) as SummaryRow[];
      return rows.map(toSummary);
    },

    remove(id) {
      sql.transaction(() => {
        get(id);
        const child = sql.get(`SELECT 1 FROM models WHERE parent_model_id = @id LIMIT 1`, { id });
        if (child !== undefined) {
          throw new AnamnesisError('model.in-use', {
            expected: say('workspace', 'modelWithoutDescendants'),
            found: say('workspace', 'descendants'),
            remedy: say('workspace', 'removeDescendants'),
          });
        }
        sql.run(`DELETE FROM models WHERE id = @id`, { id });
        audit.append('model.removed', { modelId: id });
      });
    },
  };
}
