const words: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EISDIR: 'a folder',
  ENOENT: 'nothing there',
  ENOSPC: 'a full disk',
  ENOTDIR: 'a file where a folder should be',
  EPERM: 'no permission',
  EROFS: 'a disk that can only be read',
};

/** What the operating system met, such as "a folder (EISDIR)"; the message itself may quote names. */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return 'an error';
  return Object.hasOwn(words, code) ? `${words[code]} (${code})` : code;
}
