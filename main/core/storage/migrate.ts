import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import type { Sql } from './database.ts';
import type { Migration } from './migrations/migration.ts';

/**
 * Brings the database to the newest version, in one transaction: after a kill it has the old
 * schema or the new one. Of two processes that open at once, the second finds nothing to do.
 */
export function migrate(sql: Sql, migrations: readonly Migration[]): void {
  const newest = migrations.length;
  if (sql.pragma('user_version') === newest) return;
  sql.transaction(() => {
    const version = Number(sql.pragma('user_version'));
    if (version > newest) {
      throw new AnamnesisError('workspace.too-new', {
        expected: say('workspace', 'versionOrOlder', newest),
        found: say('workspace', 'version', version),
        remedy: say('workspace', 'openWithNewer'),
      });
    }
    for (const migration of migrations.slice(version)) {
      assert(migrations[migration.version - 1] === migration, 'migrations are numbered in order');
      for (const statement of migration.statements) sql.run(statement);
      sql.pragma(`user_version = ${migration.version}`);
    }
  });
}
