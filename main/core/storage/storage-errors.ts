import { AnamnesisError } from '#core/base/error.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';

interface Explanation {
  readonly code: ErrorCode;
  readonly expected: Told;
  readonly remedy: Told;
}

const diskFull: Explanation = {
  code: 'workspace.disk-full',
  expected: say('workspace', 'roomOnDisk'),
  remedy: say('workspace', 'freeSpace'),
};
const diskFailed: Explanation = {
  code: 'workspace.disk-failed',
  expected: say('workspace', 'soundDisk'),
  remedy: say('workspace', 'lookForQuota'),
};
const unwritable: Explanation = {
  code: 'workspace.unwritable',
  expected: say('workspace', 'rightToFiles'),
  remedy: say('workspace', 'checkOwner'),
};
const damaged: Explanation = {
  code: 'workspace.database-damaged',
  expected: say('workspace', 'authenticPages'),
  remedy: say('workspace', 'restoreFolder'),
};
const busy: Explanation = {
  code: 'workspace.busy',
  expected: say('workspace', 'freeDatabase'),
  remedy: say('workspace', 'anotherWrites'),
};

const unknownId: Explanation = {
  code: 'record.missing',
  expected: say('workspace', 'knownIds'),
  remedy: say('workspace', 'useKnownId'),
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
