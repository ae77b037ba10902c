import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { SqlValue } from 'better-sqlite3';
import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { explainStorageError } from './storage-errors.ts';

type SqlValues = Readonly<Record<string, SqlValue>>;

/**
 * The open database. Statements are prepared once; `@name` in a statement takes the value of that
 * name. Rows come back with the names of their columns and are given their type by the caller.
 */
export interface Sql {
  /** Returns how many rows changed. */
  run(statement: string, values?: SqlValues): number;
  /**
   * Inserts a row, `?` taking the values in their order, and returns its number. Each RETURNING
   * would keep a journal of its own, and names cost as much as a row: together a fifth of an import.
   */
  insert(statement: string, values: readonly SqlValue[]): number;
  get(statement: string, values?: SqlValues): unknown;
  all(statement: string, values?: SqlValues): unknown[];
  /**
   * All of `work` or, when it throws, nothing; on the disk when it returns. Takes the right to
   * write at once, so it can wait for another process but never fail half-way because of one.
   * Within another transaction it becomes a part of that one.
   */
  transaction<T>(work: () => T): T;
  /** The same without waiting for the disk: a power cut may undo it, never break anything. */
  transientTransaction<T>(work: () => T): T;
  pragma(statement: string): unknown;
  /** Runs a statement that gives no rows, or whose rows do not matter, to its end. */
  exec(statement: string): void;
  close(): void;
}

const busyTimeoutMs = 10_000;

/**
 * SQLCipher's format (AES-256-CBC and HMAC-SHA-512 per page, as version 4 writes it): as fast here
 * as the package's own default, and a hospital can read its data with the independent `sqlcipher`
 * program, without us. The key is raw, so SQLCipher's own derivation of keys is skipped.
 */
function unlock(database: Database, key: Uint8Array): void {
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
  database.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
}

function configure(database: Database): void {
  // A database decides before its first page whether it can give pages back. Said again later, this
  // would be a write, and opening must never wait for one or need room on the disk.
  if (database.pragma('page_count', { simple: true }) === 0) {
    database.pragma('auto_vacuum = INCREMENTAL');
  }
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Sorting would otherwise spill rows into temporary files, which no cipher covers.
  database.pragma('temp_store = MEMORY');
  database.pragma('trusted_schema = OFF');
  // What is removed is overwritten, also where its pages stay in the file: whoever has the key, and
  // every later backup, would else still have the text. (The library's default where it encrypts.)
  database.pragma('secure_delete = ON');
  // In KiB: what lists of 100,000 documents are made of stays decrypted.
  database.pragma('cache_size = -65536');
  // In pages: an import writes some pages again and again, which the log takes in until then.
  database.pragma('wal_autocheckpoint = 10000');
  database.pragma('journal_size_limit = 67108864');
}

function openUnlocked(file: string, key: Uint8Array): Database {
  const database = new Database(file, { fileMustExist: true, timeout: busyTimeoutMs });
  try {
    unlock(database, key);
    database.prepare('SELECT count(*) FROM sqlite_master').get({});
    configure(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Creates an empty file that only its owner may read; SQLite gives its WAL the same rights. */
export function createDatabaseFile(file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
}

/** What nobody can work with: no database, or one without the tables it was made with. */
export function refuseDatabase(file: string, found: string): never {
  throw new AnamnesisError('workspace.database-damaged', {
    expected: say('workspace', 'madeDatabase'),
    found,
    remedy: say('workspace', 'restoreWorkspace'),
    place: file,
  });
}

/** Opens the encrypted database; throws "workspace.database-damaged" when it is not one. */
export function openDatabase(file: string, key: Uint8Array): Sql {
  if (!existsSync(file)) refuseDatabase(file, 'no such file');
  const explained = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explainStorageError(error, file);
    }
  };
  const database = explained(() => openUnlocked(file, key));
  const statements = new Map<string, ReturnType<Database['prepare']>>();
  const prepare = (statement: string) => {
    const known = statements.get(statement);
    if (known !== undefined) return known;
    const prepared = database.prepare(statement);
    statements.set(statement, prepared);
    return prepared;
  };

  const transaction = <T>(work: () => T): T => {
    if (database.inTransaction) return work();
    return explained(() => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        assert(!(result instanceof Promise), 'the work of a transaction ends before it returns');
        database.exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk makes SQLite roll back by itself.
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
    });
  };

  return {
    run: (statement, values = {}) => explained(() => prepare(statement).run(values).changes),
    insert: (statement, values) =>
      explained(() => Number(prepare(statement).run(values).lastInsertRowid)),
    get: (statement, values = {}) => explained(() => prepare(statement).get(values)),
    all: (statement, values = {}) => explained(() => prepare(statement).all(values)),
    transaction,
    transientTransaction(work) {
      if (database.inTransaction) return work();
      database.pragma('synchronous = NORMAL');
      try {
        return transaction(work);
      } finally {
        database.pragma('synchronous = FULL');
      }
    },
    pragma: (statement) => explained(() => database.pragma(statement, { simple: true })),
    exec: (statement) => {
      explained(() => database.exec(statement));
    },
    close() {
      database.close();
    },
  };
}
