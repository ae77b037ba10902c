import { randomUUID } from 'node:crypto';
import { assert } from '#core/base/assert.ts';
import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import { canonicalJson } from './canonical-json.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';

/** The kinds of data sets, with what one example of each is. */
export interface DatasetExamples {
  'labelled-notes': LabelledNote;
  'multi-label-notes': MultiLabelNote;
  'tagged-sentences': TaggedSentence;
}

export type DatasetKind = keyof DatasetExamples;

export interface Dataset {
  readonly id: string;
  readonly name: string;
  readonly kind: DatasetKind;
  /** Of the files and of the import that made it: equal hash, equal examples. */
  readonly sourceHash: string;
  /** As given to `put`. */
  readonly statistics: unknown;
  readonly exampleCount: number;
  readonly createdAtMs: number;
}

interface DatasetInput<Kind extends DatasetKind> {
  readonly name: string;
  readonly kind: Kind;
  readonly sourceHash: string;
  readonly examples: Iterable<DatasetExamples[Kind]>;
  /** Asked after the last example, when counts are known. */
  readonly statistics: () => unknown;
}

export interface DatasetStore {
  /** One of the same name, kind and hash is returned without reading the examples. */
  put<Kind extends DatasetKind>(input: DatasetInput<Kind>): Dataset;
  /** Throws "record.missing". */
  get(id: string): Dataset;
  /** The newest data set with this hash, whatever its name. */
  findByHash(sourceHash: string): Dataset | undefined;
  /** The newest first. */
  list(): Dataset[];
  /** All examples in order, some hundred in memory at a time, and no lock held in between. */
  examples<Kind extends DatasetKind>(id: string, kind: Kind): Iterable<DatasetExamples[Kind]>;
  /** Those that have an id of their own, in order: mostly one. */
  examplesOfId<Kind extends DatasetKind>(
    id: string,
    kind: Kind,
    exampleId: string,
  ): DatasetExamples[Kind][];
  remove(id: string): void;
}

type DatasetRow = Omit<Dataset, 'statistics'> & { readonly statisticsJson: string };

const columns = `id, name, kind, source_hash AS sourceHash, statistics_json AS statisticsJson,
  example_count AS exampleCount, created_at_ms AS createdAtMs`;
const newestFirst = 'ORDER BY created_at_ms DESC, rowid DESC';
const pageRows = 256;

function toDataset({ statisticsJson, ...row }: DatasetRow): Dataset {
  return { ...row, statistics: JSON.parse(statisticsJson) as unknown };
}

export function openDatasetStore({ sql, audit, nowMs }: StorageContext): DatasetStore {
  const findOne = (condition: string, values: Readonly<Record<string, string>>) => {
    const row = sql.get(
      `SELECT ${columns} FROM datasets WHERE ${condition} ${newestFirst} LIMIT 1`,
      values,
    );
    return row === undefined ? undefined : toDataset(row as DatasetRow);
  };
  const get = (id: string) => requireRecord(findOne('id = @id', { id }), 'data set', id);

  const insertExamples = (datasetId: string, examples: Iterable<DatasetExamples[DatasetKind]>) => {
    let position = 0;
    for (const example of examples) {
      sql.run(
        `INSERT INTO dataset_examples
           VALUES (@datasetId, @position, @exampleId, @groupId, @contentJson)`,
        {
          datasetId,
          position,
          exampleId: example.id,
          groupId: example.groupId,
          contentJson: JSON.stringify(example),
        },
      );
      position++;
    }
    return position;
  };

  return {
    get,
    findByHash: (sourceHash) => findOne('source_hash = @sourceHash', { sourceHash }),
    list: () =>
      (sql.all(`SELECT ${columns} FROM datasets ${newestFirst}`) as DatasetRow[]).map(toDataset),

    put: ({ name, kind, sourceHash, examples, statistics }) =>
      sql.transaction(() => {
        const known = findOne('source_hash = @sourceHash AND name = @name AND kind = @kind', {
          sourceHash,
          name,
          kind,
        });
        if (known !== undefined) return known;
        const id = randomUUID();
        sql.run(
          `INSERT INTO datasets VALUES (@id, @name, @kind, @sourceHash, 'null', 0, @createdAtMs)`,
          { id, name, kind, sourceHash, createdAtMs: nowMs() },
        );
        const exampleCount = insertExamples(id, examples);
        sql.run(
          `UPDATE datasets SET statistics_json = @statisticsJson, example_count = @exampleCount
             WHERE id = @id`,
          { id, exampleCount, statisticsJson: canonicalJson(statistics()) },
        );
        audit.append('dataset.stored', { datasetId: id, kind, exampleCount });
        return get(id);
      }),

    *examples<Kind extends DatasetKind>(id: string, kind: Kind) {
      assert(get(id).kind === kind, 'a data set is read as the kind it is');
      for (let first = 0; ; first += pageRows) {
        const rows = sql.all(
          `SELECT content_json AS json FROM dataset_examples
             WHERE dataset_id = @id AND position >= @first AND position < @end ORDER BY position`,
          { id, first, end: first + pageRows },
        ) as { json: string }[];
        for (const { json } of rows) yield JSON.parse(json) as DatasetExamples[Kind];
        if (rows.length < pageRows) return;
      }
    },

    examplesOfId<Kind extends DatasetKind>(id: string, kind: Kind, exampleId: string) {
      assert(get(id).kind === kind, 'a data set is read as the kind it is');
      const rows = sql.all(
        `SELECT content_json AS json FROM dataset_examples
           WHERE dataset_id = @id AND example_id = @exampleId ORDER BY position`,
        { id, exampleId },
      ) as { json: string }[];
      return rows.map(({ json }) => JSON.parse(json) as DatasetExamples[Kind]);
    },

    remove(id) {
      sql.transaction(() => {
        get(id);
        sql.run(`DELETE FROM datasets WHERE id = @id`, { id });
        audit.append('dataset.removed', { datasetId: id });
      });
    },
  };
}
