import type { Metric } from '#core/domain/run.ts';
import type { Sql } from './database.ts';

/** Replaces all metrics of a run. Part of the caller's transaction. */
export function replaceMetrics(sql: Sql, runId: string, metrics: readonly Metric[]): void {
  sql.run(`DELETE FROM metrics WHERE run_id = @runId`, { runId });
  for (const [position, { name, entityType, value }] of metrics.entries()) {
    sql.run(`INSERT INTO metrics VALUES (@runId, @position, @name, @entityType, @value)`, {
      runId,
      position,
      name,
      entityType,
      // SQLite has no NaN, the value of a metric that is not defined for the data at hand.
      value: Number.isNaN(value) ? null : value,
    });
  }
}

/** The metrics in the order in which they were given. */
export function readMetrics(sql: Sql, runId: string): Metric[] {
  const rows = sql.all(
    `SELECT name, entity_type AS entityType, value FROM metrics
       WHERE run_id = @runId ORDER BY position`,
    { runId },
  ) as (Omit<Metric, 'value'> & { readonly value: number | null })[];
  return rows.map((row) => ({ ...row, value: row.value ?? Number.NaN }));
}
