import { deflateSync, inflateSync } from 'node:zlib';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import type { Sql } from './database.ts';

/** Keeps what a model said of a test fold. Part of the caller's transaction. */
export function keepPredictions(sql: Sql, runId: string, predictions: FoldPredictions): void {
  const content = deflateSync(JSON.stringify(predictions));
  sql.run(`INSERT INTO fold_predictions VALUES (@runId, @content)`, { runId, content });
}

/** Part of the caller's transaction. */
export function forgetPredictions(sql: Sql, runId: string): void {
  sql.run(`DELETE FROM fold_predictions WHERE run_id = @runId`, { runId });
}

/** Null where none were kept: the run is no fold, has not ended, or an earlier version made it. */
export function readPredictions(sql: Sql, runId: string): FoldPredictions | null {
  const row = sql.get(`SELECT content FROM fold_predictions WHERE run_id = @runId`, { runId });
  if (row === undefined) return null;
  const { content } = row as { readonly content: Uint8Array };
  return JSON.parse(inflateSync(content).toString()) as FoldPredictions;
}
