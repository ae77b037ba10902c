import { AnamnesisError } from '#core/base/error.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';

interface Explanation {
  readonly code: ErrorCode;
  readonly expected: string;
  readonly remedy: string;
}

const diskFull: Explanation = {
  code: 'workspace.disk-full',
  expected: 'room on the disk of the workspace',
  remedy:
    'Free some space and run the same command again; what was finished before is kept, the step that did not fit was undone.',
};
const diskFailed: Explanation = {
  code: 'workspace.disk-failed',
  expected: 'a disk that takes what is written to it and gives it back',
  remedy:
    'Look for a quota that is used up, a network drive that is gone or a disk that fails, and run the same command again; what was finished before is kept, the step at hand was undone.',
};
const unwritable: Explanation = {
  code: 'workspace.unwritable',
  expected: 'the right to read and write the files of the workspace',
  remedy: 'Check owner and permissions of the folder, or choose another folder.',
};
const damaged: Explanation = {
  code: 'workspace.database-damaged',
  expected: 'a database whose every page passes its authentication code',
  remedy: 'Stop all programs that use the workspace and restore the folder from a backup.',
};
const busy: Explanation = {
  code: 'workspace.busy',
  expected: 'the database to be free within the waiting time',
  remedy: 'Another program is writing to the workspace; try again when it is done.',
};

const unknownId: Explanation = {
  code: 'record.missing',
  expected: 'only ids of entries that the workspace holds',
  remedy: 'List what the workspace holds and use an id from there.',
};

/** Beginnings of SQLite's and the operating system's error names, the more special ones first. */
const explanations: readonly (readonly [string, Explanation])[] = [
  ['SQLITE_FULL', diskFull],
  ['ENOSPC', diskFull],
  ['EDQUOT', diskFull],
  ['SQLITE_BUSY', busy],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', unknownId],
  ['SQLITE_CORRUPT', damaged],
  ['SQLITE_NOTADB', damaged],
  // The first: no room for the index of the log, which is made whenever the database is opened.
  ['SQLITE_IOERR_SHMSIZE', diskFull],
  ['SQLITE_IOERR_SHORT_READ', damaged],
  ['SQLITE_IOERR', diskFailed],
  ['SQLITE_READONLY', unwritable],
  ['SQLITE_CANTOPEN', unwritable],
  ['SQLITE_PERM', unwritable],
  ['EACCES', unwritable],
  ['EPERM', unwritable],
  ['EROFS', unwritable],
  ['EIO', diskFailed],
  ['EFBIG', diskFailed],
  ['ESTALE', diskFailed],
];

/** SQLite's or the operating system's name of an error, such as SQLITE_FULL or ENOSPC. */
function nameOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * Turns an error of SQLite or of the file system into ours, with what the user can do about it.
 * Errors that nobody can remedy from outside are given back as they are.
 */
export function explainStorageError(error: unknown, place: string): unknown {
  if (error instanceof AnamnesisError) return error;
  const name = nameOf(error);
  const explanation = explanations.find(([beginning]) => name.startsWith(beginning))?.[1];
  if (explanation === undefined) return error;
  const { code, expected, remedy } = explanation;
  return new AnamnesisError(code, { expected, found: name, remedy, place, cause: error });
}
