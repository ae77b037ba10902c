import type { RunProgress } from '#core/domain/run.ts';
import type { Sql } from './database.ts';

/** One point of a run's loss curve. */
export interface CurvePoint {
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
  /** Remembers a loss that was measured on held-out text; what came after its step before is forgotten. */
  recordHeldOut(runId: string, point: CurvePoint): void;
  /** In order of steps. */
  heldOutCurveOf(runId: string): CurvePoint[];
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
  const heldOutCurveOf = (runId: string) =>
    sql.all(
      `SELECT step, at_ms AS atMs, loss FROM run_held_out_curve WHERE run_id = @runId ORDER BY step`,
      { runId },
    ) as CurvePoint[];
  const progressOf = (runId: string): RunProgress | undefined => {
    const row = sql.get(`SELECT ${progressColumns} FROM run_progress WHERE run_id = @runId`, {
      runId,
    }) as RunProgress | undefined;
    const last = heldOutCurveOf(runId).at(-1);
    if (row === undefined || last === undefined) return row;
    return { ...row, heldOut: { step: last.step, loss: last.loss } };
  };

  return {
    progressOf,

    recordProgress(progress) {
      // A power cut may cost the last seconds of a curve; waiting for the disk would cost training.
      sql.transientTransaction(() => {
        sql.run(
          `INSERT OR REPLACE INTO run_progress
             VALUES (@runId, @atMs, @step, @stepCount, @loss, @tokensPerSecond)`,
          {
            runId: progress.runId,
            atMs: progress.atMs,
            step: progress.step,
            stepCount: progress.stepCount,
            loss: progress.loss,
            tokensPerSecond: progress.tokensPerSecond,
          },
        );
        samplePoint(sql, progress);
      });
    },

    recordHeldOut(runId, point) {
      sql.transientTransaction(() => {
        sql.run(`DELETE FROM run_held_out_curve WHERE run_id = @runId AND step >= @step`, {
          runId,
          step: point.step,
        });
        sql.run(`INSERT INTO run_held_out_curve VALUES (@runId, @step, @atMs, @loss)`, {
          runId,
          ...point,
        });
      });
    },

    heldOutCurveOf,

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
  sql.run(`DELETE FROM run_held_out_curve WHERE run_id = @runId`, { runId });
}
