import { readdirSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import type { FolderView } from '../contract/folders.ts';

/** More names nobody reads through; who knows one types it. */
const mostEntries = 2_000;

/**
 * Names and sizes of what lies in a folder, and nothing of what is inside. What an import passes
 * over, hidden files and links, is not listed. @throws file.missing, file.unreadable
 */
export function listFolder(pathsRelativeTo: string, asked: string | null): FolderView {
  const path = resolve(pathsRelativeTo, asked ?? '.');
  const parent = dirname(path);
  const found = readFolder(path)
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isFile()))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort(
      (a, b) =>
        Number(b.isFolder) - Number(a.isFolder) ||
        a.name.localeCompare(b.name, 'en', { numeric: true }),
    );
  return {
    path,
    parent: parent === path ? null : parent,
    entries: found.slice(0, mostEntries).map(({ name, isFolder }) => {
      const whole = join(path, name);
      const status = isFolder ? undefined : statSync(whole, { throwIfNoEntry: false });
      return { name, path: whole, isFolder, byteCount: status?.size ?? null };
    }),
    omitted: Math.max(0, found.length - mostEntries),
  };
}

function readFolder(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    throw new AnamnesisError(isMissing ? 'file.missing' : 'file.unreadable', {
      expected: say('leaving', 'listableFolder'),
      found: describeSystemError(cause),
      remedy: say('leaving', 'chooseAnother'),
      place: path,
      cause,
    });
  }
}
