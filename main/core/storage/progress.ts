import type { RunProgress } from '#core/domain/run.ts';
import type { Sql } from './database.ts';

/** One point of a run's loss curve. */
interface CurvePoint {
  readonly step: number;
  readonly atMs: number;
  readonly loss: number;
}

export interface ProgressStore {
  /**
   * Remembers how far a run is. Kept thin: the last progress, and about 500 points of the curve. A
   * step that was reached before (a resumed run) replaces what came after it.
   */
  recordProgress(progress: RunProgress): void;
  progressOf(runId: string): RunProgress | undefined;
  /** Sampled losses in order of steps, the last one always among them. */
  curveOf(runId: string): CurvePoint[];
}

const curvePoints = 500;

const progressColumns = `run_id AS runId, at_ms AS atMs, step, step_count AS stepCount, loss,
  tokens_per_second AS tokensPerSecond`;

function samplePoint(sql: Sql, { runId, step, stepCount, atMs, loss }: RunProgress): void {
  sql.run(`DELETE FROM run_curve WHERE run_id = @runId AND step >= @step`, { runId, step });
  if (loss === null || !Number.isFinite(loss)) return;
  const last = sql.get(`SELECT max(step) AS step FROM run_curve WHERE run_id = @runId`, {
    runId,
  }) as { step: number | null };
  const stride = Math.max(1, Math.ceil(stepCount / curvePoints));
  if (last.step !== null && step < last.step + stride) return;
  sql.run(`INSERT INTO run_curve VALUES (@runId, @step, @atMs, @loss)`, {
    runId,
    step,
    atMs,
    loss,
  });
}

export function openProgressStore(sql: Sql): ProgressStore {
  const progressOf = (runId: string) =>
    sql.get(`SELECT ${progressColumns} FROM run_progress WHERE run_id = @runId`, { runId }) as
      RunProgress | undefined;

  return {
    progressOf,

    recordProgress(progress) {
      // A power cut may cost the last seconds of a curve; waiting for the disk would cost training.
      sql.transientTransaction(() => {
        sql.run(
          `INSERT OR REPLACE INTO run_progress
             VALUES (@runId, @atMs, @step, @stepCount, @loss, @tokensPerSecond)`,
          { ...progress },
        );
        samplePoint(sql, progress);
      });
    },

    curveOf(runId) {
      const points = sql.all(
        `SELECT step, at_ms AS atMs, loss FROM run_curve WHERE run_id = @runId ORDER BY step`,
        { runId },
      ) as CurvePoint[];
      const last = progressOf(runId);
      if (last === undefined || last.loss === null || last.step === points.at(-1)?.step) {
        return points;
      }
      return [...points, { step: last.step, atMs: last.atMs, loss: last.loss }];
    },
  };
}

/** Forgets progress and curve of a run whose result was discarded. */
export function forgetProgress(sql: Sql, runId: string): void {
  sql.run(`DELETE FROM run_progress WHERE run_id = @runId`, { runId });
  sql.run(`DELETE FROM run_curve WHERE run_id = @runId`, { runId });
}
