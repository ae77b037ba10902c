/**
 * The part of the package that storage uses. Its own declarations are not found through its
 * `exports` map, and describe an older version.
 */
declare module 'better-sqlite3' {
  type SqlValue = string | number | null | Uint8Array;

  interface Statement {
    run(values: Readonly<Record<string, SqlValue>> | readonly SqlValue[]): {
      readonly changes: number;
      readonly lastInsertRowid: number | bigint;
    };
    get(values: Readonly<Record<string, SqlValue>>): unknown;
    all(values: Readonly<Record<string, SqlValue>>): unknown[];
  }

  export default class Database {
    constructor(file: string, options?: { fileMustExist?: boolean; timeout?: number });
    readonly inTransaction: boolean;
    prepare(statement: string): Statement;
    exec(statements: string): this;
    pragma(statement: string, options?: { simple?: boolean }): unknown;
    close(): this;
  }
}
