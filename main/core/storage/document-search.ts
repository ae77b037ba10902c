import type { Sql } from './database.ts';

/**
 * The full-text index of a collection: words without case and accents (Unicode 6.1), over the texts
 * of current versions. It holds no text of its own but reads it from `searched_texts`: storing the
 * text twice would double the workspace. Part of the encrypted database as every table is.
 */
export function createSearchIndex(sql: Sql, collectionId: number): void {
  const table = searchTable(collectionId);
  sql.run(
    `CREATE VIRTUAL TABLE ${table} USING fts5 (${wordsOfTexts}, content='searched_texts',
       content_rowid='number')`,
  );
  // A batch of an import becomes one segment, and segments are merged 16 at a time: merging a
  // little at each commit, as by default, costs a third of the speed of an import.
  for (const setting of [`'hashsize', ${64 << 20}`, `'automerge', 0`]) {
    sql.run(`INSERT INTO ${table} (${table}, rank) VALUES (${setting})`);
  }
}

/** How every index takes words out of texts: so that all find the same. */
export const wordsOfTexts = `content, tokenize='unicode61 remove_diacritics 2'`;

/** Numbers only ever come from the database: no name of a table is made of what a user typed. */
export function searchTable(collectionId: number): string {
  return `search_${Math.trunc(collectionId)}`;
}

/** Pages are overwritten as they are freed; piece by piece, so that the log stays small. */
export function removeSearchIndex(sql: Sql, collectionId: number): void {
  const table = searchTable(collectionId);
  const exists = sql.get(`SELECT 1 FROM sqlite_master WHERE name = @table`, { table });
  if (exists === undefined) return;
  sql.transaction(() => {
    sql.run(`DROP TABLE ${table}`);
  });
}

/**
 * What a person types as a question to the index: all words must occur; "words in quotes" as they
 * stand, a word ending in * as a beginning, a word after - must not occur. Null without a word.
 */
export function toMatch(typed: string): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, word] of typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)) {
    const content = (phrase as string | undefined) ?? word;
    if (!/[\p{L}\p{N}\p{Co}]/u.test(content)) continue;
    const isBeginning = content.endsWith('*');
    const bare = content.replace(/\*+$/, '').replaceAll('"', ' ').replaceAll('\0', ' ');
    (minus === '-' ? unwanted : wanted).push(`"${bare}"${isBeginning ? ' *' : ''}`);
  }
  if (wanted.length === 0) return null;
  return [wanted.join(' AND '), ...unwanted].join(' NOT ');
}

/** Gives the numbers of documents that a question finds, which `@match` holds; none for null. */
export function searchStatement(collectionId: number, match: string | null): string {
  const table = searchTable(collectionId);
  return match === null
    ? `SELECT 0 WHERE 0`
    : `SELECT rowid FROM ${table} WHERE ${table} MATCH @match`;
}
