import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDatabaseFile, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { refusing } from './testing/refusing.ts';
import { newWorkspace, openSql, reopen, temporaryFolder } from './testing/temporary-workspace.ts';

const key = new Uint8Array(32).fill(7);

function emptyDatabase() {
  const file = join(temporaryFolder(), 'database.sqlite');
  createDatabaseFile(file);
  return { file, sql: openDatabase(file, key) };
}

const second = { version: allMigrations.length + 1, statements: ['CREATE TABLE later (x TEXT)'] };

describe('migrations', () => {
  it('are numbered without gaps', () => {
    expect(allMigrations.map(({ version }) => version)).toEqual(
      allMigrations.map((_, index) => index + 1),
    );
  });

  it('give the same schema from every earlier version', () => {
    const schema = ({ sql }: ReturnType<typeof emptyDatabase>) =>
      sql.all('SELECT type, name, sql FROM sqlite_master ORDER BY type, name');
    const direct = emptyDatabase();
    migrate(direct.sql, allMigrations);
    for (let version = 0; version <= allMigrations.length; version++) {
      const stepwise = emptyDatabase();
      migrate(stepwise.sql, allMigrations.slice(0, version));
      expect(stepwise.sql.pragma('user_version')).toBe(version);
      migrate(stepwise.sql, allMigrations);
      expect(stepwise.sql.pragma('user_version')).toBe(allMigrations.length);
      expect(schema(stepwise)).toEqual(schema(direct));
    }
  });

  it('keep what is there', () => {
    const workspace = newWorkspace();
    const study = workspace.studies.create({ name: 'study', planJson: '{}' });
    migrate(openSql(workspace.folder), [...allMigrations, second]);
    expect(workspace.studies.get(study.id)).toEqual(study);
  });

  it('happen as a whole or not at all', () => {
    const { sql } = emptyDatabase();
    const broken = { version: second.version, statements: [...second.statements, 'NOT SQL'] };
    expect(() => {
      migrate(sql, [...allMigrations, broken]);
    }).toThrow('syntax error');
    expect(sql.pragma('user_version')).toBe(0);
    expect(sql.all('SELECT name FROM sqlite_master')).toEqual([]);
  });

  it('refuse a workspace of a later version, and leave it as it is', () => {
    const workspace = newWorkspace();
    migrate(openSql(workspace.folder), [...allMigrations, second]);
    refusing('workspace.too-new', () => reopen(workspace.folder));
    expect(openSql(workspace.folder).pragma('user_version')).toBe(second.version);
  });
});
