import type { Told } from '#core/base/phrase.ts';
import { say } from './say.ts';

const words = {
  EACCES: 'noPermission',
  EISDIR: 'aFolder',
  ENOENT: 'nothingThere',
  ENOSPC: 'fullDisk',
  ENOTDIR: 'fileForFolder',
  EPERM: 'noPermission',
  EROFS: 'readOnlyDisk',
} as const;

/** What the operating system met, such as "a folder (EISDIR)"; the message itself may quote names. */
export function describeSystemError(error: unknown): Told {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return say('files', 'anError');
  if (!Object.hasOwn(words, code)) return code;
  return say('files', 'withSystemCode', say('files', words[code as keyof typeof words]), code);
}
