import type { StorageContext } from './storage-context.ts';

/** What a person decided about a run of a study. */
export interface RunChoice {
  readonly key: string;
  /** It is not begun, and neither is what needs it. */
  readonly isLeftOut: boolean;
  /** Those with one come before all others, the smallest first; null where the plan has it. */
  readonly position: number | null;
}

/** How people steer the runs of studies; a trainer asks before each run, in whatever process it is. */
export interface RunChoiceStore {
  /** Of a study, by key; those of runs that a new plan lacks stay, for the plan may come back. */
  list(studyId: string): ReadonlyMap<string, RunChoice>;
  leaveOut(studyId: string, key: string): void;
  putBack(studyId: string, key: string): void;
  /** Before all that were brought forward earlier. */
  bringForward(studyId: string, key: string): void;
  /** Whether a study ends when the run at hand has. */
  isPaused(studyId: string): boolean;
  setPaused(studyId: string, isPaused: boolean): void;
}

interface ChoiceRow {
  readonly key: string;
  readonly isLeftOut: 0 | 1;
  readonly position: number | null;
}

export function openRunChoiceStore({ sql, audit }: StorageContext): RunChoiceStore {
  const isPaused = (studyId: string) =>
    sql.get(`SELECT 1 FROM study_pauses WHERE study_id = @studyId`, { studyId }) !== undefined;

  const setLeftOut = (studyId: string, key: string, isLeftOut: boolean) => {
    sql.transaction(() => {
      sql.run(
        `INSERT INTO run_choices VALUES (@studyId, @key, @isLeftOut, NULL)
           ON CONFLICT (study_id, key) DO UPDATE SET is_left_out = @isLeftOut`,
        { studyId, key, isLeftOut: Number(isLeftOut) },
      );
      audit.append(isLeftOut ? 'run.left-out' : 'run.put-back', { studyId, key });
    });
  };

  return {
    isPaused,

    list(studyId) {
      const rows = sql.all(
        `SELECT key, is_left_out AS isLeftOut, position FROM run_choices
           WHERE study_id = @studyId`,
        { studyId },
      ) as ChoiceRow[];
      return new Map(
        rows.map(({ key, isLeftOut, position }) => [
          key,
          { key, isLeftOut: isLeftOut === 1, position },
        ]),
      );
    },

    leaveOut(studyId, key) {
      setLeftOut(studyId, key, true);
    },

    putBack(studyId, key) {
      setLeftOut(studyId, key, false);
    },

    bringForward(studyId, key) {
      sql.transaction(() => {
        sql.run(
          `INSERT INTO run_choices
             SELECT @studyId, @key, 0, coalesce(min(position), 0) - 1 FROM run_choices
               WHERE study_id = @studyId
             ON CONFLICT (study_id, key) DO UPDATE SET position = excluded.position`,
          { studyId, key },
        );
        audit.append('run.brought-forward', { studyId, key });
      });
    },

    setPaused(studyId, paused) {
      sql.transaction(() => {
        if (isPaused(studyId) === paused) return;
        sql.run(
          paused
            ? `INSERT INTO study_pauses VALUES (@studyId)`
            : `DELETE FROM study_pauses WHERE study_id = @studyId`,
          { studyId },
        );
        audit.append(paused ? 'study.paused' : 'study.pause-ended', { studyId });
      });
    },
  };
}
