import { deflateSync, inflateSync } from 'node:zlib';
import type { Contamination } from '#core/domain/contamination.ts';
import type { StorageContext } from './storage-context.ts';

/** What the examples of a study's tasks were met as; it goes with the study. */
export interface ContaminationStore {
  /** In the place of what was known of the task. */
  put(found: {
    readonly studyId: string;
    readonly task: string;
    /** Of the data that was compared. */
    readonly hash: string;
    readonly contamination: Contamination;
  }): void;
  find(
    studyId: string,
    task: string,
  ): { readonly hash: string; readonly contamination: Contamination } | undefined;
}

export function openContaminationStore({ sql }: StorageContext): ContaminationStore {
  return {
    put({ studyId, task, hash, contamination }) {
      const content = deflateSync(JSON.stringify(contamination));
      sql.run(`INSERT OR REPLACE INTO contaminations VALUES (@studyId, @task, @hash, @content)`, {
        studyId,
        task,
        hash,
        content,
      });
    },
    find(studyId, task) {
      const row = sql.get(
        `SELECT hash, content FROM contaminations WHERE study_id = @studyId AND task = @task`,
        { studyId, task },
      );
      if (row === undefined) return undefined;
      const { hash, content } = row as { readonly hash: string; readonly content: Uint8Array };
      const contamination = JSON.parse(inflateSync(content).toString()) as Contamination;
      return { hash, contamination };
    },
  };
}
