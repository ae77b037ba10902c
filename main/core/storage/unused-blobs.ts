import type { Sql } from './database.ts';

/**
 * A condition that is true for blobs that nothing refers to: no row of a table with a foreign key to
 * them, whichever tables there are, and no summary of a run (a trained vocabulary lies in a blob that
 * only the summary of its run names). What is unused: the vocabulary of a run that was repeated, and
 * weights whose removal was cut off by a kill.
 */
export function unusedBlobCondition(sql: Sql): string {
  const references = sql.all(
    `SELECT tables.name AS tableName, keys."from" AS columnName
       FROM sqlite_master AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
       WHERE tables.type = 'table' AND keys."table" = 'blobs'`,
  ) as { readonly tableName: string; readonly columnName: string }[];
  return [
    'writer IS NULL',
    ...references.map(
      ({ tableName, columnName }) =>
        `NOT EXISTS (SELECT 1 FROM "${tableName}" WHERE "${tableName}"."${columnName}" = blobs.id)`,
    ),
    'NOT EXISTS (SELECT 1 FROM runs WHERE instr(runs.summary_json, blobs.id) > 0)',
  ].join(' AND ');
}
