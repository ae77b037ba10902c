import type { RunState } from '#core/domain/run.ts';
import type { StorageContext } from './storage-context.ts';
import type { TrainerLock } from './trainer-lock.ts';

interface Interrupted {
  readonly id: string;
  readonly state: RunState;
}

const interrupted = (table: 'runs' | 'studies') =>
  `SELECT id, state FROM ${table} WHERE state IN ('running', 'stopping') ORDER BY rowid`;

/** Queues what a killed trainer left under way; returns the ids of the runs. */
export function recoverInterrupted({ sql, audit }: StorageContext, lock: TrainerLock): string[] {
  return sql.transaction(() => {
    lock.assertHeld();
    const runs = sql.all(interrupted('runs')) as Interrupted[];
    for (const { id, state } of runs) {
      sql.run(
        `UPDATE runs SET state = 'queued', engine = NULL, engine_source = NULL,
           started_at_ms = NULL, finished_at_ms = NULL, error_code = NULL,
           error_message = NULL WHERE id = @id`,
        { id },
      );
      audit.append('run.state', { runId: id, from: state, to: 'queued', errorCode: null });
    }
    for (const { id, state } of sql.all(interrupted('studies')) as Interrupted[]) {
      sql.run(`UPDATE studies SET state = 'queued' WHERE id = @id`, { id });
      audit.append('study.state', { studyId: id, from: state, to: 'queued' });
    }
    return runs.map(({ id }) => id);
  });
}
