import { deflateSync, inflateSync } from 'node:zlib';
import type { StorageContext } from './storage-context.ts';

/** Which model was tested on which locked sets. */
export interface LastTestKey {
  readonly studyId: string;
  readonly task: string;
  readonly model: string;
  readonly modelId: string;
  /** Of the versions of the sets together. */
  readonly setsHash: string;
}

/** Last tests of models on locked sets: they stay as they are, and go with their study. */
export interface LastTestStore {
  /** Together with a word in the audit log, which outlives the study. `content` is plain data. */
  put(key: LastTestKey, content: unknown): void;
  /** As it was given to `put`; null where the model was not tested on these sets. */
  find(key: LastTestKey): unknown;
  /** As they were given to `put`, by task and model. */
  listByStudy(studyId: string): unknown[];
  /** How many were made on these sets by anybody, also by studies that were removed. */
  countOfSets(setsHash: string): number;
}

export function openLastTestStore({ sql, audit }: StorageContext): LastTestStore {
  const read = (row: unknown) =>
    JSON.parse(
      inflateSync((row as { readonly content: Uint8Array }).content).toString(),
    ) as unknown;
  return {
    put({ studyId, task, model, modelId, setsHash }, content) {
      sql.transaction(() => {
        sql.run(
          `INSERT INTO last_tests VALUES (@studyId, @task, @model, @modelId, @setsHash, @content)`,
          {
            ...{ studyId, task, model, modelId, setsHash },
            content: deflateSync(JSON.stringify(content)),
          },
        );
        audit.append('study.last-test', { studyId, task, model, modelId, setsHash });
      });
    },
    find({ studyId, task, modelId, setsHash }) {
      const row = sql.get(
        `SELECT content FROM last_tests WHERE study_id = @studyId AND task = @task
           AND model_id = @modelId AND sets_hash = @setsHash`,
        { studyId, task, modelId, setsHash },
      );
      return row === undefined ? null : read(row);
    },
    listByStudy: (studyId) =>
      sql
        .all(`SELECT content FROM last_tests WHERE study_id = @studyId ORDER BY task, model`, {
          studyId,
        })
        .map(read),
    countOfSets: (setsHash) =>
      audit.entriesOf(['study.last-test']).filter(({ detail }) => detail.setsHash === setsHash)
        .length,
  };
}
