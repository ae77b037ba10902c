import type { StorageContext } from './storage-context.ts';

/** The studies that wait until another has ended; their order outlives the program. */
export interface StudyQueue {
  /** Ids, the next first. */
  list(): string[];
  /** At the end; one that waits already keeps its place. Throws for a study that is not there. */
  add(studyId: string): void;
  /** Returns false for one that did not wait. */
  remove(studyId: string): boolean;
}

export function openStudyQueue({ sql, audit }: StorageContext): StudyQueue {
  const list = () =>
    (sql.all(`SELECT study_id AS id FROM study_queue ORDER BY position`) as { id: string }[]).map(
      ({ id }) => id,
    );
  return {
    list,
    add(studyId) {
      sql.transaction(() => {
        if (list().includes(studyId)) return;
        sql.run(
          `INSERT INTO study_queue
             SELECT @studyId, coalesce(max(position), 0) + 1 FROM study_queue`,
          { studyId },
        );
        audit.append('study.queued', { studyId });
      });
    },
    remove: (studyId) =>
      sql.transaction(() => {
        if (!list().includes(studyId)) return false;
        sql.run(`DELETE FROM study_queue WHERE study_id = @studyId`, { studyId });
        audit.append('study.left-queue', { studyId });
        return true;
      }),
  };
}
