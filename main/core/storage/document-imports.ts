import type { ImportAction, ImportProblem, ImportRule } from '#core/domain/import-report.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { canonicalJson } from './canonical-json.ts';
import { describeProcess, isProcessGone } from './process-identity.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** A stopped one, and one whose process was killed while it was running, can go on. */
export type ImportState = 'running' | 'stopped' | 'finished';

/** What became of the documents of an import. */
export interface ImportCounts {
  readonly new: number;
  readonly unchanged: number;
  /** Documents of which another version was made, and of what kind the changes were. */
  readonly changed: number;
  readonly changedText: number;
  readonly changedFacts: number;
  readonly changedAnnotations: number;
}

export const noCounts: ImportCounts = {
  new: 0,
  unchanged: 0,
  changed: 0,
  changedText: 0,
  changedFacts: 0,
  changedAnnotations: 0,
};

/** An import into a collection, finished or not. What its JSON holds only its writer knows. */
export interface DocumentImport {
  readonly id: number;
  readonly collectionId: number;
  readonly state: ImportState;
  readonly source: unknown;
  readonly options: unknown;
  /** Where to go on. */
  readonly position: unknown;
  readonly counts: ImportCounts;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

export interface ImportProblemCount {
  readonly file: string;
  readonly rule: ImportRule;
  readonly action: ImportAction;
  /** The class or type of what was left out, where it is known. */
  readonly label: string | null;
  readonly count: number;
}

export interface DocumentImportStore {
  begin(input: { collectionId: number; source: unknown; options: unknown }): DocumentImport;
  /**
   * Takes an unfinished one up again, for this process. @throws collection.import-running
   */
  resume(id: number): void;
  /** @throws record.missing */
  get(id: number): DocumentImport;
  /** Those of a collection, the newest first. */
  list(collectionId: number): DocumentImport[];
  /** Keeps how far it is, in the transaction of what it has stored. */
  save(
    id: number,
    now: { state: ImportState; position: unknown; counts: ImportCounts; source?: unknown },
  ): void;
  addProblems(id: number, problems: readonly ImportProblem[]): void;
  /** Each file, rule, action and label with its count; the most frequent first. */
  problemCounts(id: number): ImportProblemCount[];
  /** The first in full, in the order of the import. */
  firstProblems(id: number, limit: number): ImportProblem[];
  /** Current documents of the collection that an import did not meet. */
  countUnseen(id: number): number;
}

type ImportRow = Omit<DocumentImport, 'source' | 'options' | 'position' | 'counts'> &
  Record<'sourceJson' | 'optionsJson' | 'positionJson' | 'countsJson', string>;

const columns = `id, collection_id AS collectionId, state, source_json AS sourceJson,
  options_json AS optionsJson, position_json AS positionJson, counts_json AS countsJson,
  created_at_ms AS createdAtMs, updated_at_ms AS updatedAtMs`;
/** More are counted. */
const keptProblems = 1_000;

function toImport(row: ImportRow): DocumentImport {
  const { sourceJson, optionsJson, positionJson, countsJson, ...rest } = row;
  return {
    ...rest,
    source: JSON.parse(sourceJson) as unknown,
    options: JSON.parse(optionsJson) as unknown,
    position: JSON.parse(positionJson) as unknown,
    counts: JSON.parse(countsJson) as ImportCounts,
  };
}

export function openDocumentImportStore(context: StorageContext): DocumentImportStore {
  const { sql, audit, nowMs } = context;
  const get = (id: number) => {
    const row = sql.get(`SELECT ${columns} FROM document_imports WHERE id = @id`, { id });
    return toImport(requireRecord(row as ImportRow | undefined, 'import', String(id)));
  };

  return {
    get,
    list: (collectionId) =>
      (
        sql.all(
          `SELECT ${columns} FROM document_imports WHERE collection_id = @collectionId
             ORDER BY id DESC`,
          { collectionId },
        ) as ImportRow[]
      ).map(toImport),

    begin({ collectionId, source, options }) {
      const { id } = sql.get(
        `INSERT INTO document_imports (collection_id, state, source_json, options_json,
           position_json, counts_json, created_at_ms, updated_at_ms, writer)
         VALUES (@collectionId, 'running', @sourceJson, @optionsJson, 'null', @countsJson, @atMs,
           @atMs, @writer) RETURNING id`,
        {
          writer: describeProcess(),
          collectionId,
          sourceJson: canonicalJson(source),
          optionsJson: canonicalJson(options),
          countsJson: canonicalJson(noCounts),
          atMs: nowMs(),
        },
      ) as { id: number };
      return get(id);
    },

    resume(id) {
      sql.transaction(() => {
        const { writer } = sql.get(`SELECT writer FROM document_imports WHERE id = @id`, {
          id,
        }) as { writer: string | null };
        if (writer !== null && !isProcessGone(writer)) refuseSecond();
        sql.run(`UPDATE document_imports SET state = 'running', writer = @writer WHERE id = @id`, {
          id,
          writer: describeProcess(),
        });
      });
    },

    save(id, { state, position, counts, source }) {
      sql.transaction(() => {
        const before = get(id);
        sql.run(
          `UPDATE document_imports SET state = @state, position_json = @positionJson,
             counts_json = @countsJson, source_json = @sourceJson, updated_at_ms = @atMs,
             writer = CASE @state WHEN 'running' THEN writer END WHERE id = @id`,
          {
            id,
            state,
            positionJson: canonicalJson(position),
            countsJson: canonicalJson(counts),
            sourceJson: canonicalJson(source ?? before.source),
            atMs: nowMs(),
          },
        );
        if (state === 'finished' && before.state !== 'finished') {
          const { collectionId } = before;
          audit.append('documents.imported', { collectionId, importId: id, ...counts });
        }
      });
    },

    addProblems(id, problems) {
      if (problems.length === 0) return;
      sql.transaction(() => {
        let { kept } = sql.get(
          `SELECT count(*) AS kept FROM document_import_problems WHERE import_id = @id`,
          { id },
        ) as { kept: number };
        for (const { file, line, rule, action, detail, label = null } of problems) {
          const values = { id, file, rule, action };
          sql.run(
            `INSERT INTO document_import_problem_counts
               VALUES (@id, @file, @rule, @action, @label, 1)
               ON CONFLICT DO UPDATE SET count = count + 1`,
            { ...values, label: label ?? '' },
          );
          if (kept >= keptProblems) continue;
          sql.run(
            `INSERT INTO document_import_problems
               VALUES (@id, @kept, @file, @line, @rule, @action, @label, @detail)`,
            { ...values, kept, line, label, detail },
          );
          kept++;
        }
      });
    },

    problemCounts: (id) =>
      sql.all(
        `SELECT file, rule, action, nullif(label, '') AS label, count
           FROM document_import_problem_counts WHERE import_id = @id ORDER BY count DESC, file, rule`,
        { id },
      ) as ImportProblemCount[],

    firstProblems: (id, limit) =>
      (
        sql.all(
          `SELECT file, line, rule, action, label, detail FROM document_import_problems
             WHERE import_id = @id ORDER BY position LIMIT @limit`,
          { id, limit },
        ) as (Omit<ImportProblem, 'label'> & { label: string | null })[]
      ).map(({ label, ...problem }) => (label === null ? problem : { ...problem, label })),

    countUnseen(id) {
      const { collectionId } = get(id);
      const { count } = sql.get(
        `SELECT count(*) AS count FROM documents
           WHERE collection_id = @collectionId AND is_current = 1 AND seen_import_id <> @id`,
        { collectionId, id },
      ) as { count: number };
      return count;
    },
  };
}

function refuseSecond(): never {
  throw new AnamnesisError('collection.import-running', {
    expected: say('workspace', 'importAlone'),
    found: say('workspace', 'programAtIt'),
    remedy: say('workspace', 'waitOrStopThere'),
  });
}
